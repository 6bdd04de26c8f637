namespace SpatialPlanner.Planning.Rules;

/// <summary>
/// Finds those of many expressions that hold for an object. Nearly every expression begins with a term such as
/// <c>amenity=school</c>, which few objects satisfy: expressions are filed under it, and only what is filed under a tag of the
/// object is looked at.
/// </summary>
public sealed class TagExpressionIndex
{
    private readonly TagExpression[] _expressions;
    private readonly List<int> _unfiled = [];
    private readonly List<Drawer> _drawers = [];

    /// <summary>Files the expressions.</summary>
    /// <param name="expressions">The expressions; results are positions in this list.</param>
    public TagExpressionIndex(IEnumerable<TagExpression> expressions)
    {
        _expressions = [.. expressions];
        for (var i = 0; i < _expressions.Length; i++)
        {
            File(i);
        }
    }

    /// <summary>Position of the first expression that holds, or -1.</summary>
    /// <param name="tags">Tags of an object.</param>
    public int First(IReadOnlyDictionary<string, string> tags)
    {
        var first = int.MaxValue;
        foreach (var i in _unfiled)
        {
            first = i < first && _expressions[i].Matches(tags) ? i : first;
        }

        foreach (var drawer in _drawers)
        {
            foreach (var i in drawer.Of(tags))
            {
                first = i < first && _expressions[i].Matches(tags) ? i : first;
            }
        }

        return first == int.MaxValue ? -1 : first;
    }

    /// <summary>Positions of all expressions that hold, ascending.</summary>
    /// <param name="tags">Tags of an object.</param>
    public IReadOnlyList<int> All(IReadOnlyDictionary<string, string> tags)
    {
        List<int>? all = null;
        foreach (var i in _unfiled)
        {
            Take(i);
        }

        foreach (var drawer in _drawers)
        {
            foreach (var i in drawer.Of(tags))
            {
                Take(i);
            }
        }

        all?.Sort();
        return all ?? (IReadOnlyList<int>)[];

        void Take(int i)
        {
            if (_expressions[i].Matches(tags))
            {
                (all ??= []).Add(i);
            }
        }
    }

    private void File(int i)
    {
        if (_expressions[i].Anchor is not { } anchor)
        {
            _unfiled.Add(i);
            return;
        }

        var drawer = _drawers.Find(d => d.Key == anchor.Key);
        if (drawer is null)
        {
            _drawers.Add(drawer = new Drawer(anchor.Key));
        }

        drawer.Add(i, anchor.Values);
    }

    /// <summary>The expressions filed under one key.</summary>
    private sealed class Drawer(string key)
    {
        private static readonly List<int> None = [];

        private readonly Dictionary<string, List<int>> _byValue = new(StringComparer.Ordinal);
        private readonly List<int> _anyValue = [];

        public string Key => key;

        public void Add(int expression, IReadOnlyList<string>? values)
        {
            if (values is null)
            {
                _anyValue.Add(expression);
                foreach (var filed in _byValue.Values)
                {
                    filed.Add(expression);
                }

                return;
            }

            foreach (var value in values.Distinct(StringComparer.Ordinal))
            {
                if (!_byValue.TryGetValue(value, out var filed))
                {
                    // What holds for any value holds for a value that becomes known now.
                    _byValue.Add(value, filed = [.. _anyValue]);
                }

                filed.Add(expression);
            }
        }

        public List<int> Of(IReadOnlyDictionary<string, string> tags) =>
            !tags.TryGetValue(key, out var value) ? None : _byValue.GetValueOrDefault(value, _anyValue);
    }
}
