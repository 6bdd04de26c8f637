namespace SpatialPlanner.Fuzz;

/// <summary>Counts of the cases of one reader.</summary>
internal sealed class Tally
{
    public int Cases { get; private set; }

    public int Taken { get; private set; }

    public int Refused { get; private set; }

    public int Failed { get; private set; }

    public long SlowestMilliseconds { get; private set; }

    public long PeakMegabytes { get; private set; }

    /// <summary>Counts a case; true where the reader failed.</summary>
    public bool Add(CaseEnd end)
    {
        Cases++;
        SlowestMilliseconds = Math.Max(SlowestMilliseconds, end.Milliseconds);
        PeakMegabytes = Math.Max(PeakMegabytes, end.PeakMegabytes);
        var failed = end.Answer.StartsWith(CaseReader.Failed, StringComparison.Ordinal);
        Taken += end.Answer.StartsWith(CaseReader.Taken, StringComparison.Ordinal) ? 1 : 0;
        Refused += end.Answer.StartsWith(CaseReader.Refused, StringComparison.Ordinal) ? 1 : 0;
        Failed += failed ? 1 : 0;
        return failed;
    }
}
