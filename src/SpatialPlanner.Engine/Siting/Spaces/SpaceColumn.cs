namespace SpatialPlanner.Engine.Siting.Spaces;

/// <summary>A room that could be: a column of <see cref="SpaceChoices"/>.</summary>
/// <param name="Space">Its space.</param>
/// <param name="Service">Its service, 0..63.</param>
/// <param name="Area">Floor area that it takes, in the unit of <see cref="CandidateSpace.Area"/>.</param>
/// <param name="Cost">What it costs besides the opening of its space.</param>
/// <param name="Year">Year in which it would be built, from 0; the whole space opens in that year.</param>
public readonly record struct SpaceColumn(int Space, int Service, long Area, long Cost, int Year = 0);
