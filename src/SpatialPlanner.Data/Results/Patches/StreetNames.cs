using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Results;

/// <summary>Says by which named street a place lies.</summary>
internal sealed class StreetNames
{
    private const double FarthestMetres = 300;
    private static readonly Func<LayerRow, string?> Name = new RowReader(WorkspaceLayers.WalkEdges).Text("name");
    private readonly STRtree<(Geometry Line, string Name)> tree = new();

    public StreetNames(LoadedDistrict loaded)
    {
        foreach (var row in loaded.Rows[WorkspaceLayers.WalkEdges])
        {
            if (Name(row) is { } name && !string.IsNullOrWhiteSpace(name))
            {
                var line = loaded.Projection.ToLocal(row.Geometry!);
                tree.Insert(line.EnvelopeInternal, (line, name.Trim()));
            }
        }

        tree.Build();
    }

    /// <summary>The nearest named street within 300 m, of two as near the first in the order of their names; or null.</summary>
    public string? Near(double x, double y)
    {
        var around = new Envelope(x, x, y, y);
        around.ExpandBy(FarthestMetres);
        var point = new Point(x, y);
        return tree.Query(around).Select(s => (Metres: s.Line.Distance(point), s.Name)).Where(s => s.Metres <= FarthestMetres)
            .OrderBy(s => s.Metres).ThenBy(s => s.Name, StringComparer.Ordinal).Select(s => s.Name).FirstOrDefault();
    }
}
