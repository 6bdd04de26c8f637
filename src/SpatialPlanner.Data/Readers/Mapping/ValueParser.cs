using System.Globalization;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>Makes values of columns from the texts and numbers of a file.</summary>
/// <param name="layer">The layer.</param>
/// <param name="decimalComma">True where numbers are written 12,5.</param>
internal sealed class ValueParser(LayerSchema layer, bool decimalComma = false)
{
    // A floor below ground, a slope down and the ids of other people's nodes may be negative.
    private static readonly HashSet<string> MayBeNegative = ["storey", "grade", "from_node", "to_node", "vertical_layer"];

    /// <summary>A value, or what is wrong with it.</summary>
    internal readonly record struct Parsed(
        object? Value, LocalText? Fault = null, LocalText? Remedy = null, bool Rounded = false, bool Stripped = false);

    /// <summary>The value of a column from what a file gives: text, whole or real number, or flag.</summary>
    /// <param name="column">Index of the column.</param>
    /// <param name="value">What the file gives.</param>
    /// <param name="factor">What numbers are multiplied by, where the field has another unit.</param>
    public Parsed From(int column, object value, double factor = 1) => value switch
    {
        _ when factor != 1 && layer.Columns[column].Type is ColumnType.Whole or ColumnType.Real => Scaled(column, value, factor),
        string text => FromText(column, text),
        long whole => FromWhole(column, whole),
        double number => FromNumber(column, number),
        bool flag => FromFlag(column, flag),
        _ => throw new ArgumentException($"A row cannot hold a {value.GetType().Name}.", nameof(value)),
    };

    private Parsed FromText(int column, string? text)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return default;
        }

        return layer.Columns[column].Type switch
        {
            ColumnType.Text => Word(layer.Columns[column], text),
            ColumnType.Flag => Words.YesNo(text) is { } flag
                ? new Parsed(flag)
                : Fault(column, text, "不是“是/否”", "is neither yes nor no", "填写 true 或 false", "write true or false"),
            _ when decimalComma && text.Contains(',', StringComparison.Ordinal) && !text.Contains('.', StringComparison.Ordinal)
                && double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var comma)
                && double.IsFinite(comma) => FromNumber(column, comma),
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                && layer.Columns[column].Type == ColumnType.Whole => InRange(column, whole, whole),
            _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number) => FromNumber(column, number),
            _ when layer.Columns[column].Name == "want" && Words.Wanted(text) is { } wanted => new Parsed(wanted),
            _ when PlainNumber.TryRead(text, out var plain) => FromNumber(column, plain) with
            {
                Stripped = true,
            },
            _ => Fault(
                column, text, "不是数字", "is not a number",
                "只填写数字，小数点用“.”，不带单位和千位分隔符", "write digits only, with . for decimals, no unit, no thousands mark"),
        };
    }

    private Parsed Scaled(int column, object value, double factor)
    {
        var number = value switch
        {
            double real => real,
            long whole => whole,
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var plain) => plain,
            string text when PlainNumber.TryRead(text, out var stripped) => stripped,
            _ => double.NaN,
        };

        // 1.2 × 10,000 is 12,000 and not 11,999.999999999998.
        return double.IsFinite(number) ? FromNumber(column, Math.Round(number * factor, 6)) : From(column, value);
    }

    private Parsed FromWhole(int column, long number) => layer.Columns[column].Type switch
    {
        ColumnType.Whole => InRange(column, number, number),
        ColumnType.Text => Word(layer.Columns[column], number.ToString(CultureInfo.InvariantCulture)),
        _ => FromNumber(column, number),
    };

    private Parsed FromNumber(int column, double number)
    {
        switch (layer.Columns[column].Type)
        {
            case ColumnType.Text:
                // Tables keep ids as numbers: 610103001000 is to stay that, and not become 6.10103001E+11.
                return Word(layer.Columns[column], number.ToString(
                    Math.Abs(number) < 1e15 && number == Math.Floor(number) ? "F0" : "R", CultureInfo.InvariantCulture));
            case ColumnType.Flag:
                return FromText(column, number.ToString("R", CultureInfo.InvariantCulture));
            case ColumnType.Real:
                return InRange(column, number, number);
            default:
                var rounded = Math.Round(number, MidpointRounding.AwayFromZero);
                return Math.Abs(rounded) > long.MaxValue / 2
                    ? Fault(column, number.ToString("R", CultureInfo.InvariantCulture), "太大", "is too large", "检查数值", "check the number")
                    : InRange(column, rounded, (long)rounded) with { Rounded = rounded != number };
        }
    }

    private Parsed FromFlag(int column, bool flag) => layer.Columns[column].Type switch
    {
        ColumnType.Flag => new Parsed(flag),
        ColumnType.Text => Word(layer.Columns[column], flag ? "true" : "false"),
        _ => FromNumber(column, flag ? 1 : 0),
    };

    private Parsed InRange(int column, double number, object value) =>
        number < 0 && !MayBeNegative.Contains(layer.Columns[column].Name)
            ? Fault(
                column, number.ToString("R", CultureInfo.InvariantCulture), "不能为负数", "must not be negative",
                "改正数值，未知则留空", "correct the number, or leave it empty where it is not known")
            : new Parsed(value);

    private Parsed Word(LayerColumn column, string text)
    {
        if (column.Allowed is not { } allowed)
        {
            return new Parsed(column.Name == "age_group" ? Words.AgeGroup(text) : text);
        }

        if (Words.OfStreetFiles.TryGetValue((column.Name, text.ToLowerInvariant()), out var meant))
        {
            return new Parsed(meant);
        }

        var word = column.Name == "status" && allowed.Contains("open") && Words.YesNo(text) is { } runs
            ? runs ? "open" : "closed"
            : Words.Chinese.GetValueOrDefault(text, text);
        if (layer == WorkspaceLayers.LandCover)
        {
            word = Words.OfLandFiles.GetValueOrDefault(word.ToLowerInvariant(), word);
        }

        foreach (var known in allowed)
        {
            if (string.Equals(known, word, StringComparison.OrdinalIgnoreCase))
            {
                return new Parsed(known);
            }
        }

        var list = string.Join(" | ", allowed);
        return Fault(
            layer.IndexOf(column.Name), text, "不是该字段允许的词", "is not a word of this column", $"可用：{list}", $"use one of {list}");
    }

    private Parsed Fault(int column, string text, string zh, string en, string remedyZh, string remedyEn)
    {
        var shown = text.Length > 60 ? text[..60] + "…" : text;
        var name = layer.Columns[column].Name;
        return new Parsed(
            null, new LocalText($"{name} “{shown}” {zh}", $"{name} '{shown}' {en}"), new LocalText(remedyZh, remedyEn));
    }
}
