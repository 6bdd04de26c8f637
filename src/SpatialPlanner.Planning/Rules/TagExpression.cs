namespace SpatialPlanner.Planning.Rules;

/// <summary>
/// A condition on the tags of a map object, in the language that <see cref="ServiceRule.OsmTags"/> describes. All terms
/// must hold. <c>key!=*</c>, the opposite of <c>key=*</c>, holds where the key is absent or <c>no</c>.
/// </summary>
public sealed class TagExpression
{
    private static readonly string[] Operators = ["!=", "!~", "=", "~"];

    private readonly Term[] _terms;
    private readonly string _text;

    private TagExpression(string text, Term[] terms) => (_text, _terms) = (text, terms);

    private enum Comparison
    {
        Equals,
        Contains,
    }

    /// <summary>
    /// The first term that asks for a key to be there with one of some values (null: any value), or null where there is none:
    /// without it the expression cannot hold.
    /// </summary>
    internal (string Key, IReadOnlyList<string>? Values)? Anchor =>
        Array.Find(_terms, t => !t.Negated && t.Comparison == Comparison.Equals) is { } term ? (term.Key, term.Values) : null;

    /// <summary>Parses an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="place">Where it stands, for the message: a JSON path of the rule pack.</param>
    /// <exception cref="RulePackException">The text is no tag expression.</exception>
    public static TagExpression Parse(string text, string place = "$")
    {
        var parts = text.Split('&');
        var terms = new Term[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            terms[i] = ParseTerm(parts[i].Trim(), text, place);
        }

        return new TagExpression(text, terms);
    }

    /// <summary>True where the tags satisfy every term.</summary>
    /// <param name="tags">Tags of an object.</param>
    public bool Matches(IReadOnlyDictionary<string, string> tags)
    {
        foreach (var term in _terms)
        {
            if (!term.Holds(tags))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The expression as it was written.</summary>
    public override string ToString() => _text;

    private static Term ParseTerm(string term, string text, string place)
    {
        var (at, op) = FindOperator(term);
        if (op is null)
        {
            throw Bad(text, place, $"“{term}”缺少 =、!=、~ 或 !~", $"\"{term}\" has no =, !=, ~ or !~");
        }

        var key = term[..at].Trim();
        var values = term[(at + op.Length)..].Split('|', StringSplitOptions.TrimEntries);
        if (key.Length == 0 || key.Any(c => char.IsWhiteSpace(c) || c is '|' or '*' or '!'))
        {
            throw Bad(text, place, $"“{term}”缺少有效的键", $"\"{term}\" has no usable key before {op}");
        }

        if (values.Any(v => v.Length == 0 || v.IndexOfAny(['=', '~', '!']) >= 0))
        {
            throw Bad(text, place, $"“{term}”含有空值或多余的运算符", $"\"{term}\" has an empty value or a second operator");
        }

        var any = values is ["*"];
        if (!any && values.Contains("*") || any && op.EndsWith('~'))
        {
            throw Bad(text, place, $"“{term}”中的 * 只能单独用于 = 或 !=", $"in \"{term}\", * stands alone after = or != only");
        }

        return new Term(
            key, any ? null : values, op.EndsWith('~') ? Comparison.Contains : Comparison.Equals, op.StartsWith('!'));
    }

    private static (int At, string? Operator) FindOperator(string term)
    {
        for (var i = 0; i < term.Length; i++)
        {
            foreach (var op in Operators)
            {
                if (string.CompareOrdinal(term, i, op, 0, op.Length) == 0)
                {
                    return (i, op);
                }
            }
        }

        return (-1, null);
    }

    private static RulePackException Bad(string text, string place, string zh, string en) =>
        new(place, new(
            $"标签表达式“{text}”无法理解：{zh}；写法如 amenity=school|college & access!=private",
            $"tag expression \"{text}\" cannot be understood: {en}; write e.g. amenity=school|college & access!=private"));

    private sealed record Term(string Key, string[]? Values, Comparison Comparison, bool Negated)
    {
        public bool Holds(IReadOnlyDictionary<string, string> tags) =>
            (tags.TryGetValue(Key, out var value) && Meets(value)) != Negated;

        private bool Meets(string value)
        {
            if (Values is null)
            {
                return value != "no";
            }

            foreach (var wanted in Values)
            {
                if (Comparison == Comparison.Equals
                        ? value == wanted
                        : value.Contains(wanted, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
