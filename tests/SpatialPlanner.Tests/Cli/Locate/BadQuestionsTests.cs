using System.Text.Json.Nodes;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Cli.Locate;

/// <summary>Questions without an answer: a sentence that says what to do, exit code 1, no file.</summary>
public sealed class BadQuestionsTests : IDisposable
{
    private readonly Located _located = new();

    public BadQuestionsTests()
    {
        _located.Write("costs.csv", "demand_id,site_id,cost\na,S,1\na,T,4\nb,S,3\n");
        _located.Write("street.csv", "from,to,length\nA,B,10\nB,C,10\n");
        _located.Write("empty.csv", "");
        _located.Write("headed.csv", "demand_id,site_id,cost\n");
        _located.Write("columns.csv", "demand_id,site,cost\na,S,1\n");
        _located.Write("twice.csv", "demand_id,site_id,cost\na,S,1\nb,S,1\na,S,2\n");
        _located.Write("nan.csv", "demand_id,site_id,cost\na,S,1\nb,S,NaN\n");
        _located.Write("infinite.csv", "demand_id,site_id,cost\na,S,inf\n");
        _located.Write("word.csv", "demand_id,site_id,cost\na,S,near\n");
        _located.Write("minus.csv", "demand_id,site_id,cost\na,S,1\nb,S,-0.5\n");
        _located.Write("short.csv", "demand_id,site_id,cost\na,S\n");
        _located.Write("noid.csv", "demand_id,site_id,cost\na,,1\n");
        _located.Write("open.csv", "demand_id,site_id,cost\na,\"S,1\nb,S,1\n");
        _located.Write("weightless.csv", "demand_id,weight\na,0\nb,0\n");
        _located.Write("negative.csv", "demand_id,weight\na,2\nb,-3\n");
        _located.Write("stranger.csv", "demand_id,weight\na,2\nx,3\n");
        _located.Write("again.csv", "demand_id,weight\na,2\na,3\n");
        _located.Write("both.csv", "site_id,state\nS,required\nS,forbidden\n");
        _located.Write("unknown.csv", "site_id,state\nZ,required\n");
        _located.Write("state.csv", "site_id,state\nS,perhaps\n");
        _located.Write("required.csv", "site_id,state\nS,required\nT,required\n");
        _located.Write("none.csv", "site_id,state\nS,forbidden\nT,forbidden\n");
        _located.Write("tight.csv", "site_id,capacity\nS,1\nT,0.5\n");
    }

    public void Dispose() => _located.Dispose();

    [Theory]
    [InlineData("it is 5 and the candidates are 2", "--costs", "costs.csv", "--problem", "p-median", "--p", "5")]
    [InlineData("0 is out of range", "--costs", "costs.csv", "--problem", "p-median", "--p", "0")]
    [InlineData("-1 is out of range", "--costs", "costs.csv", "--problem", "p-center", "--p", "-1")]
    [InlineData("needs the number of sites", "--costs", "costs.csv", "--problem", "p-median")]
    [InlineData("needs a limit", "--costs", "costs.csv", "--problem", "mclp", "--p", "1")]
    [InlineData("it is negative", "--costs", "costs.csv", "--problem", "mclp", "--p", "1", "--limit", "-2")]
    [InlineData("finds the number of sites by itself", "--costs", "costs.csv", "--problem", "lscp", "--limit", "5", "--p", "2")]
    [InlineData("line 3: weight is negative: -3", "--costs", "costs.csv", "--problem", "p-median", "--p", "1", "--demand", "negative.csv")]
    [InlineData("every weight is 0", "--costs", "costs.csv", "--problem", "p-median", "--p", "1", "--demand", "weightless.csv")]
    [InlineData("line 3: there is no demand point x", "--costs", "costs.csv", "--problem", "p-median", "--p", "1", "--demand", "stranger.csv")]
    [InlineData("given on line 2 already", "--costs", "costs.csv", "--problem", "p-median", "--p", "1", "--demand", "again.csv")]
    [InlineData("is required on line 2 and forbidden here", "--costs", "costs.csv", "--problem", "p-median", "--p", "1", "--fixed", "both.csv")]
    [InlineData("line 2: there is no site Z", "--costs", "costs.csv", "--problem", "p-median", "--p", "1", "--fixed", "unknown.csv")]
    [InlineData("the state 'perhaps' is unknown", "--costs", "costs.csv", "--problem", "p-median", "--p", "1", "--fixed", "state.csv")]
    [InlineData("2 sites are required and --p is 1", "--costs", "costs.csv", "--problem", "p-median", "--p", "1", "--fixed", "required.csv")]
    [InlineData("it is 1 and the candidates are 0", "--costs", "costs.csv", "--problem", "p-median", "--p", "1", "--fixed", "none.csv")]
    [InlineData("the file is empty", "--costs", "empty.csv", "--problem", "p-median", "--p", "1")]
    [InlineData("no row below it", "--costs", "headed.csv", "--problem", "p-median", "--p", "1")]
    [InlineData("line 1: the column site_id is missing", "--costs", "columns.csv", "--problem", "p-median", "--p", "1")]
    [InlineData("line 4: a and S were given on line 2 already", "--costs", "twice.csv", "--problem", "p-median", "--p", "1")]
    [InlineData("line 3: cost is 'NaN'", "--costs", "nan.csv", "--problem", "p-median", "--p", "1")]
    [InlineData("line 2: cost is 'inf'", "--costs", "infinite.csv", "--problem", "p-median", "--p", "1")]
    [InlineData("line 2: cost is 'near'", "--costs", "word.csv", "--problem", "p-median", "--p", "1")]
    [InlineData("line 3: cost is negative: -0.5", "--costs", "minus.csv", "--problem", "p-median", "--p", "1")]
    [InlineData("line 2: 2 fields, and the header has 3", "--costs", "short.csv", "--problem", "p-median", "--p", "1")]
    [InlineData("line 2: site_id is empty", "--costs", "noid.csv", "--problem", "p-median", "--p", "1")]
    [InlineData("never closed", "--costs", "open.csv", "--problem", "p-median", "--p", "1")]
    [InlineData("missing.csv: the file cannot be read", "--costs", "missing.csv", "--problem", "p-median", "--p", "1")]
    [InlineData("no distances between sites", "--costs", "costs.csv", "--problem", "p-median", "--p", "1", "--spacing", "5")]
    [InlineData("needs the capacity of the sites", "--costs", "costs.csv", "--problem", "cflp")]
    [InlineData("knows no backup", "--costs", "costs.csv", "--problem", "p-median", "--p", "1", "--backup", "2")]
    [InlineData("1.5 is out of range", "--costs", "costs.csv", "--problem", "lscp", "--limit", "5", "--cover-share", "1.5")]
    public async Task IsRefusedWithASentence(string sentence, params string[] arguments)
    {
        var (code, json, error) = await _located.Run(arguments);
        Assert.Equal((1, "problems"), (code, (string?)json["status"]));
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.False(File.Exists(_located.Out));
    }

    [Theory]
    [InlineData("no candidate within 2: b (1 of 2 demand points)", "--limit 3 would do", "--costs", "costs.csv", "--problem", "lscp", "--limit", "2")]
    [InlineData("fewer than 2 candidates within 4: b (1 of 2 demand points)", "give costs from b", "--costs", "costs.csv", "--problem", "lscp", "--limit", "4", "--backup", "2")]
    [InlineData("no candidate reaches any demand point within 0.5", "--limit 3 would do", "--costs", "costs.csv", "--problem", "mclp", "--p", "1", "--limit", "0.5")]
    [InlineData("--p 1 cannot reach every demand point", "at least --limit 10", "--graph", "street.csv", "--problem", "p-median", "--p", "1", "--limit", "5")]
    [InlineData("--p 1 cannot reach every demand point", "at least --p 3", "--graph", "street.csv", "--problem", "p-center", "--p", "1", "--limit", "5")]
    [InlineData("the places do for 1.5 at most, and 2 must be served", "--cover-share 0.75", "--costs", "costs.csv", "--problem", "cflp", "--fixed", "tight.csv")]
    [InlineData("must both stand and are nearer", "smaller --spacing", "--graph", "street.csv", "--problem", "p-median", "--p", "2", "--spacing", "15", "--fixed", "near.csv")]
    [InlineData("all candidates together reach 1, and 2 must be served", "--limit 3 would do", "--costs", "costs.csv", "--problem", "lscp", "--limit", "2", "--cover-share", "0.9")]
    public async Task SaysWhyThereIsNoAnswerAndWhatWouldDo(string why, string repair, params string[] arguments)
    {
        _located.Write("near.csv", "site_id,state\nA,required\nB,required\n");
        var (code, json, error) = await _located.Run(arguments);
        Assert.Equal((1, "infeasible"), (code, (string?)json["status"]));
        Assert.Null(json["objective"]);
        Assert.Contains(why, (string)json["message"]!["en"]!, StringComparison.Ordinal);
        Assert.Contains(json["repairs"]!.AsArray(), r => ((string)r!["en"]!).Contains(repair, StringComparison.Ordinal));
        Assert.Contains(why, error, StringComparison.Ordinal);
        Assert.False(File.Exists(_located.Out));
    }

    [Fact]
    public async Task AFirstRowOneTwoThreeIsAnEdgeAndNoRowOfColumnNumbers()
    {
        _located.Write("numbers.csv", "from,to,length\n1,2,3\n");
        var (objective, _) = await _located.Answer("--graph", "numbers.csv", "--problem", "p-median", "--p", "1");
        Assert.Equal(3, objective);
    }

    [Fact]
    public async Task TwoSourcesOfCostsAreAWrongCommandLine()
    {
        var (code, json, _) = await _located.Run("--graph", "street.csv", "--costs", "costs.csv", "--problem", "p-median", "--p", "1");
        Assert.Equal((2, "wrong_usage"), (code, (string?)json["status"]));
        Assert.IsType<JsonObject>(json, exactMatch: false);
    }
}
