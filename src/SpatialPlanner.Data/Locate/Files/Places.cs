namespace SpatialPlanner.Data.Locate.Files;

/// <summary>Where an id stands.</summary>
internal static class Places
{
    /// <summary>Place of each id.</summary>
    public static Dictionary<string, int> Of(IReadOnlyList<string> ids)
    {
        var places = new Dictionary<string, int>(ids.Count, StringComparer.Ordinal);
        for (var i = 0; i < ids.Count; i++)
        {
            places[ids[i]] = i;
        }

        return places;
    }
}
