namespace SpatialPlanner.Data.Crs.Wkt;

/// <summary>Parses well-known text with [ ] or ( ) into nodes; it does not look at their meaning.</summary>
internal sealed class WktParser
{
    // OGC's and ESRI's texts nest about six deep.
    private const int DeepestNesting = 40;
    private readonly string text;
    private int at;

    private WktParser(string text) => this.text = text;

    /// <summary>The root of a text.</summary>
    /// <exception cref="FormatException">The text is no WKT; says where.</exception>
    public static WktNode Parse(string text)
    {
        var parser = new WktParser(text);
        var root = parser.Node(parser.Word(), 0);
        parser.SkipBlanks();
        return parser.at == text.Length ? root : throw parser.Fault("more text after the last bracket");
    }

    private WktNode Node(string keyword, int depth)
    {
        if (keyword.Length == 0 || depth > DeepestNesting || !Takes('[') && !Takes('('))
        {
            throw Fault("a keyword and a bracket were expected");
        }

        var (values, children) = (new List<string>(), new List<WktNode>());
        do
        {
            SkipBlanks();
            if (at < text.Length && text[at] == '"')
            {
                values.Add(Quoted());
                continue;
            }

            var word = Word();
            SkipBlanks();
            if (at < text.Length && text[at] is '[' or '(')
            {
                children.Add(Node(word, depth + 1));
            }
            else if (word.Length > 0)
            {
                values.Add(word);
            }
            else
            {
                throw Fault("a value was expected");
            }
        }
        while (Takes(','));

        return Takes(']') || Takes(')')
            ? new WktNode(keyword.ToUpperInvariant(), values, children)
            : throw Fault("a closing bracket was expected");
    }

    private string Quoted()
    {
        var value = new System.Text.StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                value.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                value.Append(text[++at]);
            }
            else
            {
                at++;
                return value.ToString();
            }
        }

        throw Fault("a quotation mark is not closed");
    }

    private string Word()
    {
        SkipBlanks();
        var first = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '-' or '+' or '.'))
        {
            at++;
        }

        return text[first..at];
    }

    private bool Takes(char bracket)
    {
        SkipBlanks();
        if (at >= text.Length || text[at] != bracket)
        {
            return false;
        }

        at++;
        return true;
    }

    private void SkipBlanks()
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '\uFEFF' or '\0'))
        {
            at++;
        }
    }

    private FormatException Fault(string what) => new($"{what} (character {at + 1})");
}
