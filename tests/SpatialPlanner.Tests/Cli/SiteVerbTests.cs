using System.Text;
using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Cli;

/// <summary>
/// Plans of the one street: meals within 600 m, a canteen at the west end, one old person in each house. The canteen reaches the houses
/// at 0 to 500 m (each walk has 20 m off the street); those at 600 to 2,000 m lack it, fifteen, and the one far off.
/// </summary>
public sealed class SiteVerbTests : IDisposable
{
    private const string Hostile = "</td><script>alert(1)</script> \"甲,乙\" 'x' 食堂";
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Street(params LayerRow[] spaces)
    {
        var path = OneStreet.Write(folder);
        using var workspace = GeoPackageWorkspace.Open(path);
        workspace.Commit(Rows.Batch(WorkspaceLayers.IdleSpaces, spaces), Rows.Source, false);
        return path;
    }

    private static LayerRow Space(string id, double east, double area = 400, double cost = 100_000, string? name = null, double north = -10, long storey = 1)
    {
        var (lon, lat) = OneStreet.At(east, north);
        return Rows.Of(
            WorkspaceLayers.IdleSpaces, new Point(lon, lat), ("id", id), ("name", name), ("floor_area_m2", area), ("storey", storey), ("cost_cny", cost));
    }

    // 1,150 reaches the houses from 600 to 1,700 m, twelve; 1,500 those from 1,000 m on, eleven.
    private string TwoSpaces() => Street(Space("S1", 1150, name: Hostile), Space("S2", 1500));

    private Task<(int Code, string Out, string Error)> Site(string street, params string[] options) =>
        RunPlanner.With(["site", "-w", street, "--services", "meals", "--out", folder.File("o"), .. options]);

    [Fact]
    public async Task ThePlanIsWrittenAsFilesThatAreTheSameAgain()
    {
        var street = TwoSpaces();
        // 100 m² of meals cost 300,000 and the space 100,000: one of the two, and the first reaches more.
        var (code, output, error) = await Site(street, "--budget", "400000", "--json");
        Assert.True(code == 0, error);
        var json = JsonNode.Parse(output)!;
        Assert.Equal(("optimal", 12.0, 12.0, 0.0, 400_000), ((string)json["status"]!, (double)json["objective"]!, (double)json["bound"]!, (double)json["gap"]!, (int)json["cost_cny"]!));
        Assert.Equal(["S1"], json["sites"]!.AsArray().Select(s => (string)s!));
        string[] files = ["communities.csv", "not_chosen.csv", "plan.csv", "plan.geojson", "reserve.csv", "run.json", "services.csv", "swaps.csv"];
        Assert.Equal(files, Directory.GetFiles(folder.File("o")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var first = files.Where(f => f != "run.json").ToDictionary(f => f, f => File.ReadAllBytes(Path.Combine(folder.File("o"), f)));
        await Site(street, "--budget", "400000");
        Assert.All(first, f => Assert.Equal(f.Value, File.ReadAllBytes(Path.Combine(folder.File("o"), f.Key))));
    }

    [Fact]
    public async Task TheFilesSayWhoGainsAndHostileNamesAreTextInThem()
    {
        var (code, output, error) = await Site(TwoSpaces(), "--budget", "400000");
        Assert.True(code == 0, error);
        Assert.Contains("1 sites: 0 complexes, 1 infill; 1 rooms", output, StringComparison.Ordinal);
        Assert.Contains("synthetic", output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("proved", output, StringComparison.Ordinal);
        string Text(string file) => File.ReadAllText(Path.Combine(folder.File("o"), file), Encoding.UTF8);
        var feature = JsonNode.Parse(Text("plan.geojson"))!["features"]![0]!;
        Assert.Equal((Hostile, "infill", "meals"), ((string)feature["properties"]!["name"]!, (string)feature["properties"]!["typology"]!, (string)feature["properties"]!["services"]!));
        Assert.Contains("floor area 400 m², less than 600 m²", (string)feature["properties"]!["reasons_en"]!, StringComparison.Ordinal);
        Assert.Contains($"S1,\"{Hostile.Replace("\"", "\"\"", StringComparison.Ordinal)}\",E,infill,1,meals,100", Text("plan.csv"), StringComparison.Ordinal);
        // W has the houses at 0 to 900 m, ten; six of them are covered today.
        Assert.Contains("W,社区W,meals,10,6,10,0.6,1", Text("communities.csv"), StringComparison.Ordinal);
        Assert.Contains("E,社区E,meals,11,0,8,0,", Text("communities.csv"), StringComparison.Ordinal);
        Assert.Contains("S2,", Text("not_chosen.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAgainFromItsRecordEveryParameterIsThere()
    {
        var (code, output, error) = await Site(
            TwoSpaces(), "--budget", "900001", "--phases", "2", "--carry-over", "--weights", "meals=2.5", "--gap-priority", "1", "--max-sites", "2", "--must", "S2:meals", "--must-not", "S1",
            "--per-subdistrict", "0", "--site-budget", "600000", "--time-limit", "9", "--seed", "7", "--gap", "0.01", "--start-year", "2027", "--json");
        Assert.True(code == 0, error);
        var asked = JsonNode.Parse(output)!["question"]!;
        Assert.Equal([450_001, 450_000], asked["year_budgets_cny"]!.AsArray().Select(y => (int)y!));
        Assert.Equal((2.5, 1.0, 2, 7, 2027), ((double)asked["weights"]!["meals"]!, (double)asked["gap_priority"]!, (int)asked["max_sites"]!, (int)asked["seed"]!, (int)asked["start_year"]!));
        Assert.Equal(("S2:meals", "S1", true, 600_000), ((string)asked["must"]![0]!, (string)asked["must_not"]![0]!, (bool)asked["carry_over"]!, (int)asked["site_budget_cny"]!));
        Assert.Equal(["S2"], JsonNode.Parse(output)!["sites"]!.AsArray().Select(s => (string)s!));
    }

    [Theory]
    [InlineData("--max-sites", "there are 2 candidates", "--max-sites", "3")]
    [InlineData("--max-sites", "not between", "--max-sites", "0")]
    [InlineData("--budget", "a budget of 0 CNY is none", "--budget", "0")]
    [InlineData("--budget", "a budget of -5 CNY is none", "--budget", "-5")]
    [InlineData("--budget", "the cheapest costs 400,000 CNY", "--budget", "399999")]
    [InlineData("--site-budget", "the cheapest costs 400,000 CNY", "--site-budget", "1000")]
    [InlineData("--services", "no service \"gold\"", "--services", "gold")]
    [InlineData("--services", "no room rule for \"park\"", "--services", "park")]
    [InlineData("--services", "named twice", "--services", "meals;meals")]
    [InlineData("--weights", "negative", "--weights", "meals=-1")]
    [InlineData("--weights", "all 0", "--weights", "meals=0")]
    [InlineData("--weights", "no service that is asked for", "--weights", "health=1")]
    [InlineData("--weights", "no weight", "--weights", "meals=much")]
    [InlineData("nowhere.json", "cannot be read", "--weights", "nowhere.json")]
    [InlineData("--must", "no space \"S9\"", "--must", "S9")]
    [InlineData("--must", "contradict", "--must", "S1", "--must-not", "S1")]
    [InlineData("--must", "contradict", "--must", "S1:meals", "--must-not", "S1")]
    [InlineData("--must", "is no service that is asked for", "--must", "S1:health")]
    [InlineData("--budget", "cost 800,000 CNY at least", "--must", "S1;S2", "--budget", "500000")]
    [InlineData("--phases", "need a budget", "--phases", "3")]
    [InlineData("--phases", "no number of years", "--phases", "0", "--budget", "1000000")]
    [InlineData("--year-budgets", "no amount", "--year-budgets", "1000000,lots")]
    [InlineData("--budget", "is not the sum", "--year-budgets", "1000000,1000000", "--budget", "5")]
    [InlineData("--community-share", "not between", "--community-share", "80")]
    [InlineData("--target", "not between", "--target", "0")]
    [InlineData("--time-limit", "not between", "--time-limit", "0")]
    [InlineData("--carry-over", "makes sense only", "--carry-over")]
    public async Task ABadQuestionIsASentenceThatNamesTheOptionAndNothingIsWritten(string option, string said, params string[] options)
    {
        var services = options[0] == "--services" ? options : ["--services", "meals", .. options];
        var (code, _, error) = await RunPlanner.With(["site", "-w", TwoSpaces(), "--out", folder.File("o"), .. services]);
        Assert.True(code == 1, error);
        Assert.Contains(option, error, StringComparison.Ordinal);
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.DoesNotContain(" at SpatialPlanner", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("o")));
    }

    [Fact]
    public async Task ConditionsThatNoPlanMeetsAreToldWithWhatWouldDo()
    {
        // Of the eleven houses of E the space reaches those up to 1,700 m, eight.
        var (code, _, error) = await Site(Street(Space("S1", 1150)), "--community-share", "1");
        Assert.Equal(1, code);
        Assert.Contains("no plan meets all of the conditions", error, StringComparison.Ordinal);
        Assert.Contains("社区E can have 72.7 % of Community meals at most (asked: 100.0 %)", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("o")));
    }

    [Fact]
    public async Task NoSpaceAtAllIsASentence()
    {
        var (none, _, said) = await Site(Street());
        Assert.Equal(1, none);
        Assert.Contains("no idle space can take any", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoSpaceInReachOfAnybodyIsASentence()
    {
        // At the west end everybody in reach is covered already.
        var (near, _, why) = await Site(Street(Space("S1", 0)));
        Assert.Equal(1, near);
        Assert.Contains("no candidate lies within reach", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChineseMessagesAreWholeSentences()
    {
        var (code, output, _) = await RunPlanner.With(
            "site", "-w", TwoSpaces(), "--services", "meals", "--budget", "400000", "--out", folder.File("o"), "--lang", "zh");
        Assert.Equal(0, code);
        Assert.Contains("1 处：0 个综合体、1 个插花式", output, StringComparison.Ordinal);
        Assert.Contains("已证明最优", output, StringComparison.Ordinal);
    }
}
