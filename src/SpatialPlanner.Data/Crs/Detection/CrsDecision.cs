namespace SpatialPlanner.Data.Crs.Detection;

/// <summary>What follows from the trials.</summary>
/// <param name="Verdict">Of the declaration.</param>
/// <param name="Proposed">The trial to take, or null.</param>
/// <param name="Basis">What it rests on.</param>
internal sealed record CrsDecision(CrsVerdict Verdict, Trial? Proposed, CrsBasis Basis)
{
    // Of 1,877 wrong places of layers of twenty districts (TrueLayersTests) one in a hundred is above 2.6 and the largest
    // 3.9; a wrong proposal costs more than none.
    private const double Distinct = 4.5;
    private const double Chance = 2.5;

    // The runner-up may have at most this share of the best one's distinctness.
    private const double RunnerUpShare = 0.5;

    private const double BeyondDoubt = 8;
    private const double LeastShareSeen = 0.4;

    // Most of a layer lies in the place, where the extent alone is to tell zones apart.
    private const double ShareInPlace = 0.8;

    /// <summary>True where the declared system is taken for want of better.</summary>
    public bool TakesDeclared => Verdict is CrsVerdict.Fits or CrsVerdict.Unknown;

    /// <summary>Decides.</summary>
    /// <param name="trials">The hypotheses tried; the declared one is missing where the numbers exclude it.</param>
    /// <param name="declared">What the file says.</param>
    /// <param name="isPlaceKnown">True where there is an extent to compare with.</param>
    public static CrsDecision Of(IReadOnlyList<Trial> trials, CrsDeclaration declared, bool isPlaceKnown)
    {
        var own = trials.FirstOrDefault(t => t.Hypothesis.Ground == Ground.Declared);
        var best = Winner(trials);
        if (own is null)
        {
            var verdict = declared.System is null ? CrsVerdict.Unknown : CrsVerdict.Contradicted;
            return best is not null ? new(verdict, best, CrsBasis.Streets)
                : declared.NeedsShift ? new(verdict, null, CrsBasis.Nothing)
                : ByExtent(trials, verdict, isPlaceKnown) ?? ByNumbers(trials, verdict);
        }

        if (best == own)
        {
            return new(CrsVerdict.Fits, own, CrsBasis.Streets);
        }

        if (best is not null && own.Distinctness < Chance && (!best.IsBeside(own) || SeesEnough(own, best)))
        {
            return new(CrsVerdict.Doubtful, best, CrsBasis.Streets);
        }

        return isPlaceKnown && own.ShareInArea == 0 && best is null
            && ByExtent(trials, CrsVerdict.Doubtful, isPlaceKnown) is { } elsewhere
                ? elsewhere
                : new(CrsVerdict.Unknown, own, CrsBasis.Nothing);
    }

    /// <summary>
    /// True where the declared place has enough features among the streets to be found wanting. A true layer of the next
    /// district has few there and many a kilometre over by BD-09; so has a small district that is in BD-09, but far more
    /// distinctly.
    /// </summary>
    private static bool SeesEnough(Trial own, Trial best) =>
        own.Fit?.Features >= LeastShareSeen * best.Fit!.Features || best.Distinctness >= BeyondDoubt;

    /// <summary>The trial that is distinct among the streets, and far more so than any other.</summary>
    private static Trial? Winner(IReadOnlyList<Trial> trials)
    {
        var best = trials.MaxBy(t => t.Distinctness);
        return best?.Distinctness >= Distinct
            && trials.All(t => t == best || t.Distinctness <= RunnerUpShare * best.Distinctness)
                ? best
                : null;
    }

    /// <summary>
    /// The one trial that lies in the place, while all others lie elsewhere. GCJ-02 and BD-09 lie beside WGS 84: no extent
    /// tells them apart, and unless streets do it is WGS 84.
    /// </summary>
    private static CrsDecision? ByExtent(IReadOnlyList<Trial> trials, CrsVerdict verdict, bool isPlaceKnown)
    {
        var there = isPlaceKnown ? trials.Where(t => t.IsInArea && !t.Hypothesis.IsShifted).ToList() : [];
        return there.Count == 1 && there[0].ShareInArea >= ShareInPlace ? new(verdict, there[0], CrsBasis.Extent) : null;
    }

    private static CrsDecision ByNumbers(IReadOnlyList<Trial> trials, CrsVerdict verdict)
    {
        var certain = trials.Where(t => t.Hypothesis.Ground == Ground.Numbers).ToList();
        return certain.Count == 1 ? new(verdict, certain[0], CrsBasis.Numbers) : new(verdict, null, CrsBasis.Nothing);
    }
}
