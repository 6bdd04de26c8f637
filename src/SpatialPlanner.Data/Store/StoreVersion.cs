using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Store;

/// <summary>
/// The version of the tables in which a workspace describes itself, the same in both stores. Layers need no number: the
/// columns that a workspace has are compared with <see cref="WorkspaceLayers"/>, and what is missing is added.
/// </summary>
internal static class StoreVersion
{
    /// <summary>The version of this program. 2: <c>imports</c> keeps format, encoding, crs_reason and conversion.</summary>
    public const long Known = 2;

    /// <summary>True where a workspace is to be brought up to date before it is written to.</summary>
    /// <param name="version">Its version.</param>
    /// <param name="columns">Columns of a layer; none where it has no such table.</param>
    public static bool IsFormer(long version, Func<LayerSchema, IReadOnlySet<string>> columns) =>
        version < Known || WorkspaceLayers.All.Any(layer => Missing(layer, columns(layer)).Any());

    /// <summary>The columns of a layer that a workspace lacks.</summary>
    public static IEnumerable<LayerColumn> Missing(LayerSchema layer, IReadOnlySet<string> present) =>
        layer.Columns.Where(c => !present.Contains(c.Name));

    /// <summary>Name of the copy that stays of a former workspace.</summary>
    public static string Suffix(long version, DateTimeOffset now) =>
        $"v{version}_{now.UtcDateTime.ToString("yyyyMMdd_HHmmss", System.Globalization.CultureInfo.InvariantCulture)}";

    /// <summary>What the user is told of it.</summary>
    public static LocalText Told(string workspace, long version, string backup) => new(
        $"{workspace}：由旧版程序建立（结构版本 {version}），已更新到版本 {Known}；原样备份在 {backup}",
        $"{workspace}: made by a former version of the program (schema {version}), now brought up to {Known}; a copy as it was is {backup}");
}
