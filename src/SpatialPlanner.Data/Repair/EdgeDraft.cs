using System.Globalization;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Repair;

/// <summary>A row on its way through a repair. Until the end all parts of an edge have its id.</summary>
/// <param name="Row">The row.</param>
/// <param name="IsPart">True where the edge was cut.</param>
/// <param name="IsChanged">True where anything of it is not as it was read.</param>
internal sealed record EdgeDraft(LayerRow Row, bool IsPart, bool IsChanged)
{
    /// <summary>Id of the edge that was read.</summary>
    public string SourceId => (string)Row.Values[0]!;

    /// <summary>A row as read.</summary>
    public static EdgeDraft Of(LayerRow row) => new(row, false, false);

    /// <summary>Numbers the parts of cut edges along them, <c>way/12/0~1</c>, <c>way/12/0~2</c>, … in place.</summary>
    /// <returns>Ids of the rows that are not as they were read.</returns>
    public static IReadOnlySet<string> NumberParts(IReadOnlyList<EdgeDraft> drafts)
    {
        var taken = drafts.Select(d => d.SourceId).ToHashSet(StringComparer.Ordinal);
        var (changed, numbers) = (new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var draft in drafts)
        {
            if (draft.IsPart)
            {
                draft.Row.Values[0] = PartId(draft.SourceId, taken, numbers);
            }

            if (draft.IsChanged)
            {
                changed.Add(draft.SourceId);
            }
        }

        return changed;
    }

    /// <summary>Id of the edge that a part was cut from, or null for an id that no part has.</summary>
    public static string? SourceOf(string id) =>
        id.LastIndexOf('~') is var at and > 0 && at < id.Length - 1 && id.AsSpan(at + 1).IndexOfAnyExceptInRange('0', '9') < 0
            ? id[..at]
            : null;

    private static string PartId(string source, HashSet<string> taken, Dictionary<string, int> numbers)
    {
        string id;
        do
        {
            var number = numbers[source] = numbers.GetValueOrDefault(source) + 1;
            id = source + "~" + number.ToString(CultureInfo.InvariantCulture);
        }
        while (!taken.Add(id));
        return id;
    }
}
