using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Sample;

/// <summary>The moat with its islet, and the greens: a park where a park is among the facilities.</summary>
internal static class LandCoverRows
{
    /// <summary>The banks with their streets lie 30 m from the moat's middle.</summary>
    private const double WaterHalfMetres = 21;

    private const double ShoreMetres = 3;

    public static Rows Make(SampleCity city, GeoFrame frame, Rows facilities)
    {
        var rows = new Rows(WorkspaceLayers.LandCover);
        rows.Add(
            frame.Polygon(Strip(city.Moat), Islet(city.Islet)), ("id", "W1"), ("name", "护城河"), ("kind", "water"));
        var nameOf = facilities.List
            .GroupBy(r => r.Geometry!.Coordinate)
            .ToDictionary(g => g.Key, g => g.First().Values[facilities.Schema.Require("name")]);
        foreach (var parcel in city.Parcels.Where(p => p.Use == ParcelUse.Park))
        {
            var name = nameOf.GetValueOrDefault(frame.Coordinate(parcel.Plot.Centre));
            rows.Add(
                frame.Polygon(parcel.Plot.Sides.Select(s => s.From)), ("id", $"P{parcel.Index + 1:0000}"), ("name", name),
                ("kind", name is null ? "green" : "park"));
        }

        return rows;
    }

    /// <summary>Both banks of a line, mitred where it bends.</summary>
    private static List<Vec> Strip(IReadOnlyList<Vec> line)
    {
        var (left, right) = (new List<Vec>(), new List<Vec>());
        for (var i = 0; i < line.Count; i++)
        {
            var before = (line[Math.Max(i, 1)] - line[Math.Max(i, 1) - 1]).Unit;
            var after = (line[Math.Min(i + 1, line.Count - 1)] - line[Math.Min(i, line.Count - 2)]).Unit;
            var along = (before + after).Unit;
            var across = along.Left * (WaterHalfMetres / along.Dot(before));
            left.Add(line[i] + across);
            right.Add(line[i] - across);
        }

        left.Reverse();
        return [.. right, .. left];
    }

    private static Vec[] Islet((Vec Middle, Vec Direction) at)
    {
        var half = BarrierCrossings.IslandRadiusMetres + ShoreMetres;
        var (along, across) = (at.Direction * (2 * half), at.Direction.Left * half);
        return [at.Middle + along, at.Middle + across, at.Middle - along, at.Middle - across];
    }
}
