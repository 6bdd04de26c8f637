namespace SpatialPlanner.Data.Readers.Osm.Store;

/// <summary>
/// Each text of a file once. Tags repeat a few thousand texts hundreds of thousands of times, so that columns hold
/// numbers.
/// </summary>
internal sealed class StringPool
{
    private readonly Dictionary<string, int> _indexOf = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    /// <summary>The text of a number given out by <see cref="Add"/>.</summary>
    public string this[int index] => _texts[index];

    /// <summary>The number of a text; the same for the same text.</summary>
    public int Add(string text)
    {
        if (!_indexOf.TryGetValue(text, out var index))
        {
            index = _texts.Count;
            _texts.Add(text);
            _indexOf.Add(text, index);
        }

        return index;
    }
}
