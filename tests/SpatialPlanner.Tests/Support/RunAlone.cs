namespace SpatialPlanner.Tests.Support;

/// <summary>
/// Tests that meet a time limit of the program itself (a second writer gives up after ten seconds): they run after the others,
/// one by one, so that what they show does not hang on what else the machine does.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunAlone
{
    public const string Name = "alone";
}
