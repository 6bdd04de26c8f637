using System.Text.RegularExpressions;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Readers.Mapping;

namespace SpatialPlanner.Data.Readers.Tables;

/// <summary>Names of fields as tables write them, with units, numbers and marks, and which of them mean something here.</summary>
internal static partial class KnownNames
{
    private static readonly HashSet<string> Known = new(
        FieldNames.Aliases.Keys.Concat(FieldNames.Aliases.Values.SelectMany(a => a))
            .Concat(WorkspaceLayers.All.SelectMany(l => l.Columns).Select(c => c.Name)),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>True where a field of this name can fill a column of some layer.</summary>
    public static bool Contains(string name) => Forms(name).Any(Known.Contains);

    /// <summary>The name as written, then without its unit, number and marks, then the last part of a header in two rows.</summary>
    public static IEnumerable<string> Forms(string name)
    {
        yield return name;
        var plain = Plain(name);
        if (plain != name && plain.Length > 0)
        {
            yield return plain;
        }

        var slash = plain.LastIndexOf('/');
        if (slash > 0 && slash < plain.Length - 1)
        {
            var last = Plain(plain[(slash + 1)..]);
            yield return last is "合计" or "小计" or "总计" or "总数" or "计" ? Plain(plain[..slash]) : last;
        }
    }

    // "3、建筑面积 （㎡）*" is 建筑面积.
    private static string Plain(string name)
    {
        var plain = Unit().Replace(Blanks().Replace(name, string.Empty), string.Empty);
        return Number().Replace(plain, string.Empty).Trim('*', '＊', ':', '：', '?', '？', '"', '“', '”');
    }

    [GeneratedRegex(@"(?<=[^\x00-\x7F])\s+|\s+(?=[^\x00-\x7F])|^\s+|\s+$")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"(?:[(（\[【][^()（）\[\]【】]*[)）\]】])+[*＊]?$")]
    private static partial Regex Unit();

    [GeneratedRegex(@"^(?:[0-9]{1,2}[、.．](?![0-9])|[(（][0-9]{1,2}[)）]|[一二三四五六七八九十]{1,2}、|Q[0-9]{1,2}[.:：_]?\s?)")]
    private static partial Regex Number();
}
