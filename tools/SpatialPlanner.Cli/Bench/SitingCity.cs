namespace SpatialPlanner.Cli.Bench;

/// <summary>A seeded city for siting.</summary>
/// <param name="Sites">Candidate sites.</param>
/// <param name="Points">Points of demand, of 1 to 40 people each.</param>
/// <param name="SideMetres">Side of its square.</param>
/// <param name="Clusters">Neighbourhoods around which seven in ten places lie; 0 for places all over.</param>
/// <param name="StreetGrid">True for walks along a grid of streets, false as the crow flies.</param>
/// <param name="Seed">Seed.</param>
internal sealed record SitingCity(int Sites, int Points, double SideMetres, int Clusters, bool StreetGrid, int Seed);
