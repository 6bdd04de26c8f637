using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Indicators;

namespace SpatialPlanner.Data.Results.Indicators;

/// <summary>
/// Represents each parcel of residential land by points of one grid of the district's plane, at least one a parcel; they
/// come to the network as buildings do, walls and gates included.
/// </summary>
internal static class ResidentialLand
{
    /// <summary>
    /// Step of the grid, metres. A parcel of the sample (1 ha) gets about 11 points, and a walk of 5 minutes passes ten
    /// steps: halving the step moves no share of the sample by more than a point (docs/indicators.md).
    /// </summary>
    public const double StepMetres = 30;

    // A parcel drawn around a whole country must not fill the memory: its step is doubled until it has fewer cells.
    private const double MostCells = 250_000;
    private const double LargestM2 = 1e9;
    private static readonly Func<LayerRow, double?> GivenM2 = new RowReader(WorkspaceLayers.ResidentialLand).Real("area_m2");

    public static LandColumns Make(LoadedDistrict loaded, double stepMetres)
    {
        var rows = loaded.Rows[WorkspaceLayers.ResidentialLand];
        var (parcel, at, area, links) = (new List<int>(), new List<Coordinate>(), new List<long>(), new LinkageBuilder());
        for (var r = 0; r < rows.Count; r++)
        {
            var shape = loaded.Projection.ToLocal(rows[r].Geometry!);
            var points = Points(shape, stepMetres);
            var whole = Hundredths.Of(GivenM2(rows[r]) is { } given and > 0 and <= LargestM2 ? given : shape.Area);
            for (var i = 0; i < points.Count; i++)
            {
                parcel.Add(r);
                at.Add(points[i]);
                area.Add(Hundredths.EvenShare(whole, points.Count, i));
                loaded.District.PlaceLinker.Link(points[i].X, points[i].Y, links);
                links.EndPoint();
            }
        }

        return new LandColumns
        {
            Parcel = [.. parcel],
            X = [.. at.Select(p => p.X)],
            Y = [.. at.Select(p => p.Y)],
            AreaDm2 = [.. area],
            Links = links.Build(),
        };
    }

    /// <summary>
    /// Share of each area's people whose building stands on a parcel: it tells whether the land of the data is all there is.
    /// </summary>
    public static IReadOnlyList<double?> ShareOfPeople(LoadedDistrict loaded, TableAreas areas)
    {
        var parcels = new AreaFinder([.. loaded.Rows[WorkspaceLayers.ResidentialLand].Select(r => new Area("", "", "", null, r.Geometry))]);
        var (lon, lat) = loaded.BuildingPoints;
        var people = loaded.District.Buildings.People[0];
        var (all, onLand) = (new long[areas.All.Count], new long[areas.All.Count]);
        for (var b = 0; b < people.Length; b++)
        {
            var here = people[b] > 0 && parcels.At(new Coordinate(lon[b], lat[b])) != AreaFinder.None;
            foreach (var level in areas.OfBuildings)
            {
                if (level[b] is var area && area != TableAreas.None)
                {
                    all[area] += people[b];
                    onLand[area] += here ? people[b] : 0;
                }
            }
        }

        return [.. all.Zip(onLand, (whole, part) => whole == 0 ? (double?)null : (double)part / whole)];
    }

    /// <summary>The points of the grid in a shape, row by row from the south; else one point inside.</summary>
    internal static List<Coordinate> Points(Geometry shape, double stepMetres)
    {
        var (box, step) = (shape.EnvelopeInternal, stepMetres);
        while (box.Width / step * (box.Height / step) > MostCells)
        {
            step *= 2;
        }

        var (inside, points) = (new IndexedPointInAreaLocator(shape), new List<Coordinate>());
        for (var row = Math.Ceiling(box.MinY / step); row * step <= box.MaxY; row++)
        {
            for (var column = Math.Ceiling(box.MinX / step); column * step <= box.MaxX; column++)
            {
                var point = new Coordinate(column * step, row * step);
                if (inside.Locate(point) != Location.Exterior)
                {
                    points.Add(point);
                }
            }
        }

        return points.Count > 0 ? points : [Places.Of(shape)];
    }
}
