using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace SpatialPlanner.Data.Readers.Osm.Store;

/// <summary>The tags of one object, seen as a dictionary. Objects have few tags, so that a look-up is a scan.</summary>
internal sealed class OsmTags(StringPool pool, TagColumn column, int index) : IReadOnlyDictionary<string, string>
{
    /// <summary>No tags.</summary>
    public static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    /// <inheritdoc/>
    public int Count => column.PairsOf(index).Length / 2;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => this.Select(p => p.Key);

    /// <inheritdoc/>
    public IEnumerable<string> Values => this.Select(p => p.Value);

    /// <inheritdoc/>
    public string this[string key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        var pairs = column.PairsOf(index);
        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (pool[pairs[i]] == key)
            {
                value = pool[pairs[i + 1]];
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            var pairs = column.PairsOf(index);
            yield return new(pool[pairs[2 * i]], pool[pairs[(2 * i) + 1]]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
