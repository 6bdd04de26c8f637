namespace SpatialPlanner.Data.Readers.Sources;

/// <summary>The fields of a table in the order in which they were first met; a reader may find more as it goes.</summary>
/// <param name="wanted">Which of them anybody will look at; null for all.</param>
internal sealed class SourceFields(Func<string, bool>? wanted = null)
{
    private readonly List<string> _names = [];
    private readonly List<bool> _wanted = [];
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    /// <summary>Names of the fields, each once.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Number of fields met so far.</summary>
    public int Count => _names.Count;

    /// <summary>False where the values of the field may be left null.</summary>
    public bool IsWanted(int field) => _wanted[field];

    /// <summary>Index of the field of a name, which may be new.</summary>
    public int Of(string name)
    {
        if (!_index.TryGetValue(name, out var field))
        {
            _index.Add(name, field = _names.Count);
            _names.Add(name);
            _wanted.Add(wanted?.Invoke(name) ?? true);
        }

        return field;
    }

    /// <summary>Enters the columns of a table, of which several may carry one name or none; the further ones get a number.</summary>
    /// <returns>The names under which they go, in the order given.</returns>
    public string[] AddColumns(IEnumerable<string> names)
    {
        var (own, last) = (new List<string>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var name in names.Select(n => n.Trim()))
        {
            // The last number of a name is kept: a damaged row may repeat one name a hundred thousand times.
            var (unique, number) = (name.Length == 0 ? $"column_{own.Count + 1}" : name, last.GetValueOrDefault(name, 1));
            while (_index.ContainsKey(unique))
            {
                unique = $"{name}_{++number}";
            }

            last[name] = number;

            Of(unique);
            own.Add(unique);
        }

        return [.. own];
    }
}
