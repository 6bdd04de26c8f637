namespace SpatialPlanner.Engine.Network;

/// <summary>What an edge is like to walk; the default is a level street open to all.</summary>
/// <param name="ResidentsOnly">Only for the first or last part of a walk.</param>
/// <param name="DelayMs">Waiting on the edge (crossing, lift), milliseconds, in either direction.</param>
/// <param name="IsSteps">Steps are walked at a pace of their own.</param>
/// <param name="Grade">Rise over run from the first end to the last: 0.05 climbs 5 m on 100 m.</param>
/// <param name="Passage">In which directions the edge may be walked.</param>
/// <param name="IsCrossing">A roadway is crossed on the edge.</param>
public readonly record struct EdgeTraits(
    bool ResidentsOnly = false, int DelayMs = 0, bool IsSteps = false, float Grade = 0,
    EdgePassage Passage = EdgePassage.Both, bool IsCrossing = false);
