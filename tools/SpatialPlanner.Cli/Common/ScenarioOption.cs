using System.CommandLine;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Scenarios;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Cli.Common;

/// <summary>The saved scenario that a question is asked of.</summary>
public sealed class ScenarioOption
{
    public Option<string?> Option { get; } = new("--scenario")
    {
        Description = "Id or name of a saved scenario (default: the district as it is) 情景",
    };

    /// <summary>The district with the changes of the scenario, or as it is where none is given.</summary>
    /// <exception cref="InputException">There is no such scenario, or the district has no longer what it changes.</exception>
    public LoadedDistrict Apply(ParseResult parsed, string workspace, LoadedDistrict loaded, Terminal terminal)
    {
        if (parsed.GetValue(Option) is not { } name)
        {
            return loaded;
        }

        using var store = Workspaces.Open(workspace, readOnly: true);
        var scenario = WorkspaceScenarios.Named(store, name);
        try
        {
            var changed = loaded.In(ChangeBinder.Bind(loaded, scenario.Changes), scenario);
            terminal.Say(new(
                $"情景“{scenario.Name}”：{scenario.Changes.Count()} 项改动", $"scenario \"{scenario.Name}\": {scenario.Changes.Count()} changes"));
            return changed;
        }
        catch (ChangeException e)
        {
            throw InputException.Fatal(
                $"{scenario.Id} ({scenario.Name})", e.Field, e.What,
                new("在页面的“情景”里去掉这项改动，再保存", "take this change out in the page under Scenario, and save it"), e);
        }
    }
}
