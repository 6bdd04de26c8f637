using System.Diagnostics;
using System.Globalization;

namespace SpatialPlanner.Fuzz;

/// <summary>A run: cases of each reader in turn until the time is over.</summary>
internal sealed class FuzzRun(FuzzOptions options)
{
    private readonly SortedDictionary<string, Tally> _tallies = new(StringComparer.Ordinal);

    /// <summary>Runs; 0 where nothing was found.</summary>
    public int Run()
    {
        var folder = Directory.CreateTempSubdirectory("planner-fuzz-").FullName;
        try
        {
            var seeds = Seeds();
            if (seeds.Count == 0)
            {
                Console.Error.WriteLine("There is no such reader.");
                return 2;
            }

            Try(seeds, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return Print();
    }

    private List<Seed[]> Seeds()
    {
        var all = MadeSeeds.All().Concat(options.Corpus.SelectMany(FolderSeeds.In))
            .Where(s => options.Readers.Count == 0 || options.Readers.Contains(s.Reader)).ToList();
        return [.. all.GroupBy(s => s.Reader).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.ToArray())];
    }

    private void Try(List<Seed[]> seeds, string folder)
    {
        var random = new Random(options.Seed);
        var mutation = new Mutation(random);
        using var process = new CaseProcess();
        var watch = Stopwatch.StartNew();
        for (var number = 0; watch.Elapsed < options.Time; number++)
        {
            var own = seeds[number % seeds.Count];
            var (seed, other) = (own[random.Next(own.Length)], own[random.Next(own.Length)]);

            // The seeds themselves come first.
            var round = number / seeds.Count;
            var tried = round < own.Length ? own[round] : mutation.Of(seed, other);
            Take(process, tried, number, folder);
        }
    }

    private void Take(CaseProcess process, Seed tried, int number, string folder)
    {
        var at = Directory.CreateDirectory(Path.Combine(folder, number.ToString(CultureInfo.InvariantCulture))).FullName;
        foreach (var (name, bytes) in tried.Files)
        {
            File.WriteAllBytes(Path.Combine(at, name), bytes);
        }

        var end = process.Run(Path.Combine(at, tried.Main));
        if (!_tallies.TryGetValue(tried.Reader, out var tally))
        {
            _tallies.Add(tried.Reader, tally = new Tally());
        }

        if (tally.Add(end))
        {
            Console.WriteLine($"case {number} ({tried.Reader}, {tried.Main}): {end.Answer.Replace(" | ", "\n    ", StringComparison.Ordinal)}");
            Keep(tried, number);
        }

        Directory.Delete(at, recursive: true);
    }

    private void Keep(Seed tried, int number)
    {
        if (options.Keep is not { } keep)
        {
            return;
        }

        var to = Directory.CreateDirectory(Path.Combine(keep, $"{tried.Reader}-{options.Seed}-{number}")).FullName;
        foreach (var (name, bytes) in tried.Files)
        {
            File.WriteAllBytes(Path.Combine(to, name), bytes);
        }
    }

    private int Print()
    {
        Console.WriteLine($"{"reader",-12} {"cases",8} {"taken",8} {"refused",8} {"failed",7} {"slowest ms",11} {"peak MB",8}");
        foreach (var (reader, t) in _tallies)
        {
            Console.WriteLine($"{reader,-12} {t.Cases,8} {t.Taken,8} {t.Refused,8} {t.Failed,7} {t.SlowestMilliseconds,11} {t.PeakMegabytes,8}");
        }

        var failed = _tallies.Values.Sum(t => t.Failed);
        Console.WriteLine($"{_tallies.Values.Sum(t => t.Cases)} cases, {failed} failed (seed {options.Seed})");
        return failed == 0 ? 0 : 1;
    }
}
