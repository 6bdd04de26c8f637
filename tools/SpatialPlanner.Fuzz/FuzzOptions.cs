namespace SpatialPlanner.Fuzz;

/// <summary>What a run is asked for.</summary>
/// <param name="Time">How long it runs.</param>
/// <param name="Seed">The same seed makes the same cases in the same order.</param>
/// <param name="Readers">Readers to try; all where empty.</param>
/// <param name="Corpus">Folders with real files.</param>
/// <param name="Keep">Where files that a reader failed on are kept; null for the folder of the run.</param>
internal sealed record FuzzOptions(
    TimeSpan Time, int Seed, IReadOnlyList<string> Readers, IReadOnlyList<string> Corpus, string? Keep);
