using SpatialPlanner.Data.Rules;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Tests.Support;

/// <summary>The rule pack that comes with the program.</summary>
public static class Pack
{
    public static readonly RulePack Default = RulePackFiles.Load();
}
