using System.Globalization;
using System.Text.Json.Nodes;

namespace SpatialPlanner.Tests.Support;

/// <summary>Runs <c>planner locate</c> on small files and reads what it wrote.</summary>
internal sealed class Located : IDisposable
{
    private readonly TempFolder _folder = new();

    public string Out => _folder.File("out.csv");

    public string SitesOut => _folder.File("out.sites.csv");

    public string Write(string name, string content) => _folder.Write(name, content);

    /// <summary>Runs it; the arguments that end in .csv are files of this folder.</summary>
    public async Task<(int Code, JsonNode Json, string Error)> Run(params string[] arguments)
    {
        string[] given = [.. arguments.Select(a => a.EndsWith(".csv", StringComparison.Ordinal) ? _folder.File(a) : a)];
        var (code, output, error) = await RunPlanner.With(["locate", .. given, "--out", Out, "--json"]);
        return (code, JsonNode.Parse(output)!, error);
    }

    /// <summary>Runs it and expects an answer that is proved.</summary>
    public async Task<(decimal Objective, string Sites)> Answer(params string[] arguments)
    {
        var (code, json, error) = await Run(arguments);
        Assert.True(code == 0, error);
        Assert.Equal("optimal", (string?)json["status"]);
        Assert.Equal((decimal?)json["objective"], (decimal?)json["bound"]);
        Assert.Equal(0, (double?)json["gap"]);
        return ((decimal)json["objective"]!, string.Join(' ', json["sites"]!.AsArray().Select(s => (string)s!)));
    }

    /// <summary>The assignments written last: demand, site (empty for none), cost and units.</summary>
    public IReadOnlyList<(string Demand, string Site, decimal? Cost, decimal Units)> Assignments() =>
        [.. File.ReadAllLines(Out).Skip(1).Select(l => l.Split(',')).Select(f => (
            f[0], f[1], f[2].Length == 0 ? (decimal?)null : Number(f[2]), Number(f[3])))];

    public void Dispose() => _folder.Dispose();

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
