using System.Globalization;
using CsvHelper;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Csv;

/// <summary>Watches over quotes that are not closed or stand where none should.</summary>
/// <param name="file">File name for messages.</param>
internal sealed class QuoteWatch(string file)
{
    private long _stray;
    private string? _first;

    /// <summary>Takes what the library noticed.</summary>
    /// <exception cref="InputException">A quote is never closed, so that no row below it can be told from the next.</exception>
    public void Take(CsvMalformedRecord record)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"line {record.LineNumber}");
        if (record.Reason == CsvMalformedReason.UnterminatedQuote)
        {
            throw NeverClosed(file, place, null);
        }

        _stray++;
        _first ??= place;
    }

    /// <summary>Tells of quotes inside texts, which were kept.</summary>
    public void Tell(ISourceSink sink)
    {
        if (_stray > 0)
        {
            sink.Tell(
                ProblemSeverity.Warning, _first,
                new($"{_stray} 行的引号位置不对，已按原文保留", $"{_stray} rows have quotes in odd places; they were kept as they are"),
                new("文本中的引号应写两次，并整体加引号", "write quotes inside a text twice, and put the text in quotes"));
        }
    }

    /// <summary>The refusal of a row beyond the limit.</summary>
    public static InputException TooLong(string file, CsvFormatException e) => NeverClosed(
        file, e.LineNumber > 0 ? string.Create(CultureInfo.InvariantCulture, $"line {e.LineNumber}") : null, e);

    private static InputException NeverClosed(string file, string? place, Exception? inner) => InputException.Fatal(
        file, place,
        new LocalText("从这里开始的引号没有结束，后面的行无法区分", "a quote that opens here is never closed, so the rows below cannot be told apart"),
        new LocalText("在该行补上或删除双引号（\"）", "close or delete the double quote (\") in that row"), inner);
}
