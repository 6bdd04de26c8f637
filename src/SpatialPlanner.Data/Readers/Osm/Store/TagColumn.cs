namespace SpatialPlanner.Data.Readers.Osm.Store;

/// <summary>The tags of many objects, one behind the other: key, value, key, value … as numbers of texts.</summary>
internal sealed class TagColumn
{
    private readonly List<int> _ends = [];
    private readonly List<int> _pairs = [];

    /// <summary>Number of objects.</summary>
    public int Count => _ends.Count;

    /// <summary>Number of tags of all objects.</summary>
    public int TagCount => _pairs.Count / 2;

    /// <summary>Adds a tag to the object that <see cref="EndObject"/> will close.</summary>
    public void Add(int key, int value)
    {
        _pairs.Add(key);
        _pairs.Add(value);
    }

    /// <summary>True where tags were added since the last object was closed.</summary>
    public bool IsObjectOpen => _pairs.Count > (_ends.Count == 0 ? 0 : _ends[^1]);

    /// <summary>Closes an object; it may have no tags.</summary>
    public void EndObject() => _ends.Add(_pairs.Count);

    /// <summary>Takes back the tags of the open object.</summary>
    public void DropOpenObject()
    {
        var end = _ends.Count == 0 ? 0 : _ends[^1];
        _pairs.RemoveRange(end, _pairs.Count - end);
    }

    /// <summary>Key and value numbers of an object, alternating.</summary>
    public ReadOnlySpan<int> PairsOf(int index)
    {
        var start = index == 0 ? 0 : _ends[index - 1];
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_pairs)[start.._ends[index]];
    }

    /// <summary>Appends all objects of another column, their texts renumbered.</summary>
    public void Append(TagColumn other, Func<int, int> renumber)
    {
        var start = _pairs.Count;
        foreach (var text in other._pairs)
        {
            _pairs.Add(renumber(text));
        }

        foreach (var end in other._ends)
        {
            _ends.Add(start + end);
        }
    }
}
