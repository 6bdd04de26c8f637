using System.Globalization;
using SpatialPlanner.Planning.Demand;

namespace SpatialPlanner.Planning.Survey;

/// <summary>
/// The ages by which answers are weighted: the age groups of the district, and the rest, who are in none of them (12 to
/// 59). Where an answer says only "60 and over", nobody knows which of the two old groups it speaks for: then these are one
/// stratum for the whole survey.
/// </summary>
public sealed class AgeStrata
{
    /// <summary>Code of the people in no age group. An answer without an age, or of <c>all</c>, speaks for them.</summary>
    public const string Rest = "rest";

    /// <summary>The columns in which people are counted: the age groups, youngest first, and the rest.</summary>
    public static readonly IReadOnlyList<string> Columns = [.. DemandGroups.AgeColumns, Rest];

    /// <summary>An age that says only 60 and over.</summary>
    internal const int SixtyUp = -1;

    /// <summary>A word that names no age group.</summary>
    internal const int Unknown = -2;

    /// <summary>Years that nobody lives.</summary>
    internal const int OutOfRange = -3;

    private const int OldestYears = 120;
    private const int Sixties = 3;
    private const int Eighties = 4;
    private static readonly int[] FirstYearOfColumn = [0, 3, 6, 60, 80];

    private AgeStrata(IReadOnlyList<string> codes, int[] ofColumn) => (Codes, OfColumn) = (codes, ofColumn);

    /// <summary>Codes of the strata, youngest first, the rest last.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Stratum of each of <see cref="Columns"/>.</summary>
    internal IReadOnlyList<int> OfColumn { get; }

    /// <summary>The strata of a survey.</summary>
    /// <param name="joinOld">True where 60 and over is one stratum.</param>
    public static AgeStrata Of(bool joinOld) => joinOld
        ? new([.. DemandGroups.AgeColumns.Take(Sixties), "age_60_up", Rest], [0, 1, 2, 3, 3, 4])
        : new(Columns, [.. Enumerable.Range(0, Columns.Count)]);

    /// <summary>Column of an age as it was given, or one of the marks above.</summary>
    internal static int Read(string? text)
    {
        if (text is null or "" or "all" or Rest)
        {
            return Columns.Count - 1;
        }

        for (var c = 0; c < Columns.Count; c++)
        {
            if (Columns[c] == text)
            {
                return c;
            }
        }

        return text == "age_60_up" ? SixtyUp
            : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var years)
                ? OfYears(years) : Unknown;
    }

    /// <summary>Stratum of an age that <see cref="Read"/> took.</summary>
    internal int StratumOf(int column) => OfColumn[column == SixtyUp ? Eighties : column];

    /// <summary>The people of each stratum.</summary>
    /// <param name="community">The community.</param>
    public long[] PeopleOf(SurveyCommunity community)
    {
        var people = new long[Codes.Count];
        for (var c = 0; c < Columns.Count; c++)
        {
            people[OfColumn[c]] += community.Ages[c];
        }

        return people;
    }

    // 0–3 are those who have not turned 3; from the twelfth birthday to the sixtieth one is in no group.
    private static int OfYears(decimal years)
    {
        if (years is < 0 or > OldestYears)
        {
            return OutOfRange;
        }

        return years is >= 12 and < 60
            ? Columns.Count - 1
            : Array.FindLastIndex(FirstYearOfColumn, first => first <= years);
    }
}
