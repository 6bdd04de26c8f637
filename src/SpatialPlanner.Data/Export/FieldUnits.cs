namespace SpatialPlanner.Data.Export;

/// <summary>Units of columns, which their names tell.</summary>
internal static class FieldUnits
{
    private static readonly Dictionary<string, string> ByLastPart = new()
    {
        ["mm"] = "mm",
        ["m"] = "m",
        ["m2"] = "m²",
        ["s"] = "s",
        ["min"] = "min",
        ["cny"] = "CNY",
        ["share"] = "0…1",
        ["population"] = "people",
        ["people"] = "people",
        ["households"] = "households",
        ["dwellings"] = "dwellings",
        ["storeys"] = "storeys",
        ["grade"] = "rise/run",
    };

    /// <summary>Unit of a column, or null where it has none.</summary>
    /// <param name="column">Name of the column.</param>
    public static string? Of(string column) => column.StartsWith("age_", StringComparison.Ordinal) && column != "age_group"
        ? "people"
        : ByLastPart.GetValueOrDefault(column[(column.LastIndexOf('_') + 1)..]);
}
