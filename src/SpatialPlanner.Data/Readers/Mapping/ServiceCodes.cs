using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>Reads lists of services: codes or names of the rule pack, parted by ; or other marks.</summary>
internal sealed class ServiceCodes
{
    private static readonly char[] Marks = [';', ',', '|', '；', '，', '、', '┋', '\n', '\r', '/'];
    private readonly Dictionary<string, string> _codes = new(StringComparer.OrdinalIgnoreCase);

    public ServiceCodes(RulePack pack)
    {
        foreach (var (code, words) in ServiceWords.All)
        {
            foreach (var word in pack.Services.Any(s => s.Code == code) ? words : [])
            {
                _codes[word] = code;
            }
        }

        foreach (var service in pack.Services)
        {
            // A name may carry a gloss: 菜市场（生鲜超市）.
            _codes[service.Name.Zh.Split('（')[0]] = service.Code;
            _codes[service.Name.Zh] = service.Code;
            _codes[service.Name.En] = service.Code;
        }

        foreach (var service in pack.Services)
        {
            _codes[service.Code] = service.Code;
        }
    }

    /// <summary>All codes of the pack, for messages.</summary>
    public string Known => string.Join(", ", _codes.Values.Distinct());

    /// <summary>The codes joined by ; in the order given, each once; words that are no service go to the list.</summary>
    public string Normalise(string text, List<string> unknown)
    {
        var codes = new List<string>();
        foreach (var word in text.Split(Marks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!_codes.TryGetValue(word, out var code))
            {
                unknown.Add(word);
                code = word;
            }

            if (!codes.Contains(code))
            {
                codes.Add(code);
            }
        }

        return string.Join(';', codes);
    }
}
