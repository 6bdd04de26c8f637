using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SpatialPlanner.Data.Districts;

namespace SpatialPlanner.Data.Results;

/// <summary>
/// All that is worked out of a district by its rule pack: coverage, indicators, capacity, needs, demand, equity, gap patches,
/// sensitivity. Each part is worked out when it is first asked for, from the same walks, so that all of them show the same
/// numbers. Safe to share between threads.
/// </summary>
/// <param name="loaded">The district.</param>
/// <param name="answers">The services of the pack by their own rules, or null to find them when first asked for.</param>
public sealed partial class Assessment(LoadedDistrict loaded, IReadOnlyList<ServiceAnswer>? answers = null)
{
    private readonly ConcurrentDictionary<string, Lazy<object>> parts = new(StringComparer.Ordinal);

    /// <summary>The district.</summary>
    public LoadedDistrict Loaded => loaded;

    /// <summary>Every service of the pack by its own rule, in the pack's order.</summary>
    public IReadOnlyList<ServiceAnswer> Answers => answers ?? Once(() => ResultLayers.Answers(loaded, CancellationToken.None));

    /// <summary>Works a part out once; two threads that ask at a time wait for one.</summary>
    private T Once<T>(Func<T> find, [CallerMemberName] string part = "")
        where T : class => (T)parts.GetOrAdd(part, _ => new(find)).Value;
}
