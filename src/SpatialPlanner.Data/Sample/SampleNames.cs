using System.Globalization;

namespace SpatialPlanner.Data.Sample;

/// <summary>
/// Invented names: pairs of auspicious syllables. Communities, subdistricts and arterials each draw from their own
/// shuffled list, so that no name comes twice within a kind.
/// </summary>
internal sealed class SampleNames
{
    private static readonly string[] First =
    [
        "明ming", "安an", "和he", "文wen", "景jing", "瑞rui", "清qing", "嘉jia", "德de", "永yong", "泰tai", "春chun",
        "锦jin", "兴xing", "松song", "云yun", "福fu", "庆qing", "玉yu", "华hua",
    ];

    private static readonly string[] Second =
    [
        "德de", "宁ning", "园yuan", "苑yuan", "和he", "乐le", "泉quan", "阳yang", "馨xin", "祥xiang", "华hua", "康kang",
        "风feng", "湖hu", "林lin", "桥qiao", "庭ting", "义yi",
    ];

    private static readonly string[] CompoundEndings =
        ["小区", "家园", "花园", "小苑", "新村", "公寓", "里", "坊", "家属院", "雅居"];

    private static readonly string[] LaneEndings = ["巷", "胡同", "里", "坊"];

    private readonly List<(string Zh, string En)> _pairs = [];
    private readonly SampleRandom _random;
    private readonly HashSet<string> _taken = [];
    private int _next;

    public SampleNames(SampleRecipe recipe)
    {
        _random = new SampleRandom(recipe.Seed, 2);
        foreach (var (a, b) in First.SelectMany(a => Second.Select(b => (a, b))))
        {
            if (a[0] != b[0])
            {
                _pairs.Add(($"{a[0]}{b[0]}", char.ToUpperInvariant(a[1]) + a[2..] + b[1..]));
            }
        }

        _random.Shuffle(_pairs);
    }

    /// <summary>A name that no other place of the district has, without its ending.</summary>
    public (string Zh, string En) Fresh() => _pairs[_next++];

    /// <summary>Name of an arterial of the grid.</summary>
    public string Arterial(int line, bool eastWest) =>
        _pairs[_pairs.Count - 1 - (2 * line) - (eastWest ? 1 : 0)].Zh + (eastWest ? "大街" : "路");

    public static string Bank(bool moat) => moat ? "护城河滨河路" : "铁路沿线路";

    /// <summary>Name of a street inside a superblock.</summary>
    public string Street(StreetKind kind)
    {
        var stem = _random.Of(_pairs).Zh;
        return kind switch
        {
            StreetKind.Secondary => stem + _random.Of(["街", "路"]),
            StreetKind.Residential => stem + _random.Of(["街", "巷"]),
            _ => stem + _random.Of(LaneEndings),
        };
    }

    /// <summary>Name of a compound; no other compound or facility has it.</summary>
    public string Compound(HousingKind housing)
    {
        var ending = _random.Of(housing == HousingKind.Lanes ? LaneEndings : CompoundEndings);
        return Unique(ending);
    }

    /// <summary>Name of a facility; no other compound or facility has it.</summary>
    public string Unique(string ending)
    {
        // Few names are taken twice in a row; a larger recipe than the default one may need numbers.
        for (var attempt = 0; ; attempt++)
        {
            var number = attempt < 40 ? "" : attempt.ToString(CultureInfo.InvariantCulture);
            var name = _random.Of(_pairs).Zh + number + ending;
            if (_taken.Add(name))
            {
                return name;
            }
        }
    }
}
