using System.Text;
using System.Xml;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Data.Readers.Xml;

namespace SpatialPlanner.Data.Readers.Kml;

/// <summary>Makes geometries from the elements of a placemark.</summary>
internal sealed class KmlGeometry
{
    private const int MostNested = 32;
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    private readonly CoordinateList _coordinates = new();
    private readonly StringBuilder _text = new();

    /// <summary>Rings that did not end where they began, and were closed.</summary>
    public long Closed { get; private set; }

    /// <summary>True for elements that are geometries.</summary>
    public static bool Is(string name) =>
        name is "Point" or "LineString" or "LinearRing" or "Polygon" or "MultiGeometry" or "Track" or "MultiTrack" or "Model";

    /// <summary>The geometry; null where it is empty.</summary>
    /// <param name="xml">On its element; moves to its end.</param>
    /// <param name="depth">How deep it is nested.</param>
    public Geometry? Read(XmlReader xml, int depth = 0) => xml.LocalName switch
    {
        "Polygon" => Polygon(xml),
        "MultiGeometry" => Parts(xml, depth),
        "Point" or "LineString" or "LinearRing" => Simple(xml),
        _ => throw new RowFault(
            new($"{xml.LocalName} 不是可导入的几何（轨迹或三维模型）", $"a {xml.LocalName} (track or model) is no geometry that is read here"),
            new("在 Google Earth 中改存为路径（LineString）", "save it as a path (LineString)")),
    };

    private Geometry? Simple(XmlReader xml)
    {
        var name = xml.LocalName;
        var (positions, absolute) = Members(xml);
        if (positions.Length == 0)
        {
            return null;
        }

        if (name == "Point")
        {
            return positions.Length == 1
                ? Factory.CreatePoint(Flat(positions)[0])
                : throw new RowFault(
                    new("点有多个坐标", "a point has several positions"), new("一个点只写一个坐标", "give a point one position"));
        }

        if (positions.Length == 1)
        {
            throw new RowFault(new("线至少需要两个坐标", "a line needs two or more positions"), new("补上坐标", "give more positions"));
        }

        return Factory.CreateLineString(absolute && Array.TrueForAll(positions, p => double.IsFinite(p.Z)) ? positions : Flat(positions));
    }

    private Polygon? Polygon(XmlReader xml)
    {
        LinearRing? shell = null;
        var holes = new List<LinearRing>();
        Children(xml, () =>
        {
            if (xml.LocalName is not ("outerBoundaryIs" or "innerBoundaryIs"))
            {
                Skip(xml);
                return;
            }

            var outer = xml.LocalName == "outerBoundaryIs";
            Children(xml, () =>
            {
                if (xml.LocalName != "LinearRing")
                {
                    Skip(xml);
                }
                else if (Ring(xml) is not { } ring)
                {
                    return;
                }
                else if (outer)
                {
                    shell ??= ring;
                }
                else
                {
                    holes.Add(ring);
                }
            });
        });
        return shell is null ? null : Factory.CreatePolygon(shell, [.. holes]);
    }

    private LinearRing? Ring(XmlReader xml)
    {
        var positions = Flat(Members(xml).Positions);
        if (positions.Length == 0)
        {
            return null;
        }

        if (!positions[0].Equals2D(positions[^1]))
        {
            positions = [.. positions, positions[0].Copy()];
            Closed++;
        }

        return positions.Length >= 4
            ? Factory.CreateLinearRing(positions)
            : throw new RowFault(new("环至少需要四个坐标", "a ring needs four or more positions"), new("补上坐标", "give more positions"));
    }

    private Geometry? Parts(XmlReader xml, int depth)
    {
        if (depth >= MostNested)
        {
            throw new RowFault(new("MultiGeometry 嵌套过深", "MultiGeometry is nested too deeply"), new("拆开嵌套", "take the nesting apart"));
        }

        var parts = new List<Geometry>();
        Children(xml, () =>
        {
            if (!Is(xml.LocalName))
            {
                Skip(xml);
            }
            else if (Read(xml, depth + 1) is { } part)
            {
                parts.Add(part);
            }
        });
        return parts.Count == 0 ? null : parts.Count == 1 ? parts[0] : Factory.BuildGeometry(parts);
    }

    // Heights count only where they are above the sea; by default they mean nothing.
    private (Coordinate[] Positions, bool Absolute) Members(XmlReader xml)
    {
        var (positions, absolute) = (Array.Empty<Coordinate>(), false);
        Children(xml, () =>
        {
            if (xml.LocalName == "coordinates")
            {
                positions = _coordinates.Read(xml);
            }
            else
            {
                var isMode = xml.LocalName == "altitudeMode";
                Skip(xml);
                absolute |= isMode && _text.ToString().Trim() == "absolute";
            }
        });
        return (positions, absolute);
    }

    /// <summary>Calls for each child element, of which the call reads all; moves to the end of the element.</summary>
    public static void Children(XmlReader xml, Action onChild)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                onChild();
            }
        }
    }

    private void Skip(XmlReader xml) => SafeXml.ReadText(xml, _text);

    private static Coordinate[] Flat(Coordinate[] positions) => Array.ConvertAll(positions, p => new Coordinate(p.X, p.Y));
}
