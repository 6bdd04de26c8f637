using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("SpatialPlanner.Tests")]
