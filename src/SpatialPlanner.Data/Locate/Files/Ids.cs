using System.Globalization;

namespace SpatialPlanner.Data.Locate.Files;

/// <summary>Ids as they are met, then put in an order that does not depend on the file's: numbers by value, else by letters.</summary>
internal sealed class Ids
{
    private readonly Dictionary<string, int> _place = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    /// <summary>Number of ids.</summary>
    public int Count => _names.Count;

    /// <summary>Place of an id in the order met, which may be new.</summary>
    public int Of(string name)
    {
        if (!_place.TryGetValue(name, out var place))
        {
            _place.Add(name, place = _names.Count);
            _names.Add(name);
        }

        return place;
    }

    /// <summary>The ids in order, and for each place of the order met its place in that order.</summary>
    public (string[] Names, int[] PlaceOf) Ordered()
    {
        var order = Enumerable.Range(0, Count).ToArray();
        var isNumbers = _names.TrueForAll(n => long.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        var numbers = isNumbers ? _names.ConvertAll(n => long.Parse(n, CultureInfo.InvariantCulture)) : null;
        Array.Sort(order, (a, b) => numbers is null || numbers[a] == numbers[b]
            ? string.CompareOrdinal(_names[a], _names[b]) : numbers[a].CompareTo(numbers[b]));
        var placeOf = new int[Count];
        for (var i = 0; i < order.Length; i++)
        {
            placeOf[order[i]] = i;
        }

        return ([.. order.Select(o => _names[o])], placeOf);
    }
}
