using System.Globalization;
using System.Text;
using SpatialPlanner.Data.Locate.Programs;
using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Engine.Siting.Linear;
using SpatialPlanner.Planning.Siting;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Cli.Locate;

/// <summary>Programs that are installed beside our own search, and what they are given to read.</summary>
public sealed class ProgramsTests : IDisposable
{
    private readonly Located _located = new();

    public void Dispose() => _located.Dispose();

    [Fact]
    public void AProgramIsWrittenAsAMinimumWithEveryColumnInItsOrder()
    {
        var program = new LinearProgram(isMaximum: true);
        program.AddColumn(2.5, 0, 1, isWhole: true);
        program.AddColumn(0, 1, 1);
        program.AddColumn(-3);
        program.AddRow([(0, 1), (2, -0.5)], double.NegativeInfinity, 4);
        program.AddRow([(1, 1), (2, 1)], 2, 2);
        using var text = new StringWriter { NewLine = "\n" };
        LpFile.Write(program, text);
        Assert.Equal(
            "Minimize\n cost: - 2.5 x0 + 0 x1 + 3 x2\nSubject To\n u0: + 1 x0 - 0.5 x2\n <= 4\n e1: + 1 x1 + 1 x2\n = 2\n"
            + "Bounds\n 0 <= x0 <= 1\n x1 = 1\n x2 >= 0\nGeneral\n x0\nEnd\n", text.ToString());
    }

    [Fact]
    public void WhatHighsWritesIsRead()
    {
        string[] solution =
        [
            "Model status", "Time limit reached", "", "# Primal solution values", "Feasible", "Objective -7", "# Columns 2", "x0 1", "x1 0.5", "# Rows 1", "u0 1",
        ];
        var program = new LinearProgram(isMaximum: true);
        program.AddColumn(1);
        program.AddColumn(1);
        var answer = new HighsProgram().Read(solution, "  Dual bound        -7.25\n  Gap 3%\n", program);
        Assert.Equal(SitingStatus.Stopped, answer.Status);
        Assert.Equal([1, 0.5], answer.Values!);
        Assert.Equal(-7.25, answer.Bound);
    }

    [Fact]
    public async Task AProgramThatIsNotInstalledIsASentence()
    {
        if (Command.Exists("highs"))
        {
            return;
        }

        _located.Write("street.csv", "from,to,length\nA,B,10\nB,C,10\n");
        var (code, json, error) = await _located.Run("--graph", "street.csv", "--problem", "p-median", "--p", "1", "--method", "highs");
        Assert.Equal((1, "problems"), (code, (string?)json["status"]));
        Assert.Contains("highs is not installed", error, StringComparison.Ordinal);
        Assert.Contains("leave --method out", error, StringComparison.Ordinal);
    }

    [ProgramFact("cbc", "coinor-cbc")]
    public Task CbcFindsWhatWeFind() => FindsWhatWeFind("cbc");

    [ProgramFact("glpsol", "glpk-utils")]
    public Task GlpkFindsWhatWeFind() => FindsWhatWeFind("glpk");

    [ProgramFact("cbc", "coinor-cbc")]
    public void AStoppedProgramEndsAtOnceAndLeavesNoFolder()
    {
        var before = Folders();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var answer = ExternalProgram.Of(PlanMethod.Cbc)!.Solve(Hard(), null, 1, stop.Token);
        Assert.Null(answer.Values);
        Assert.Empty(Folders().Except(before));
    }

    private static string[] Folders() => [.. Directory.EnumerateDirectories(Path.GetTempPath(), "spatialplanner-*").Where(d => File.Exists(Path.Combine(d, "content", "model.lp")))];

    // Random triples of 90 points take far longer than the test waits.
    private static LinearProgram Hard()
    {
        var (program, random) = (new LinearProgram(isMaximum: false), new Random(3));
        for (var c = 0; c < 90; c++)
        {
            program.AddColumn(1, 0, 1, isWhole: true);
        }

        for (var r = 0; r < 700; r++)
        {
            program.AddRow([.. Enumerable.Range(0, 90).OrderBy(_ => random.Next()).Take(3).Select(c => (c, 1.0))], 1, double.PositiveInfinity);
        }

        return program;
    }

    private async Task FindsWhatWeFind(string method)
    {
        var (costs, random) = (new StringBuilder("demand_id,site_id,cost\n"), new Random(17));
        for (var d = 0; d < 25; d++)
        {
            for (var s = 0; s < 9; s++)
            {
                costs.Append(CultureInfo.InvariantCulture, $"{d},{s},{random.Next(1, 400) / 4m}\n");
            }
        }

        _located.Write("costs.csv", costs.ToString());
        _located.Write("sites.csv", "site_id,state,capacity,fixed_cost\n0,required,8,10\n1,forbidden,8,10\n2,existing,6,5\n3,,7,40\n4,,9,3.5\n5,,5,20\n6,,6,8\n7,,9,31\n8,,4,2\n");
        foreach (var asked in new[]
        {
            "p-median --p 3", "mclp --p 2 --limit 20", "lscp --limit 60", "cmclp --p 3 --limit 40", "cp-median --p 3 --cover-share 0.9", "cflp --cover-share 0.8",
            "cp-median --p 1",
        })
        {
            string[] arguments = ["--costs", "costs.csv", "--fixed", "sites.csv", "--problem", .. asked.Split(' ')];
            var (ownCode, own, _) = await _located.Run(arguments);
            var (code, json, error) = await _located.Run([.. arguments, "--method", method]);
            Assert.True(ownCode == code, error);
            Assert.Equal((string?)own["status"], (string?)json["status"]);
            Assert.Equal((decimal?)own["objective"], (decimal?)json["objective"]);
        }
    }
}
