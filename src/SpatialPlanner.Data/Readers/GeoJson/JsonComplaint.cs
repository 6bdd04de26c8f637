using System.Text.Json;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.GeoJson;

/// <summary>What the runtime says of broken JSON, in words for people who did not write the file.</summary>
internal static class JsonComplaint
{
    private static readonly LocalText ExportAgain = new("检查文件是否被截断，重新导出", "check whether the file was cut off, and export it again");

    public static (LocalText What, LocalText Remedy) Of(JsonException e)
    {
        var message = e.Message.Split(" LineNumber")[0];
        if (message.StartsWith("'N' is", StringComparison.Ordinal) || message.StartsWith("'I' is", StringComparison.Ordinal))
        {
            return (
                new("数值写成了 NaN 或 Infinity，JSON 不允许", "a number is written NaN or Infinity, which JSON does not allow"),
                new("导出时把空值写成 null", "write null for missing numbers when the file is exported"));
        }

        return message.Contains("depth", StringComparison.Ordinal)
            ? (new("嵌套过深，不是要素文件", "it is nested too deeply to be a file of features"), ExportAgain)
            : (new("不是完整、有效的 JSON", $"not complete and valid JSON: {message}"), ExportAgain);
    }
}
