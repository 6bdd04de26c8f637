using SpatialPlanner.Data.Results.Siting;

namespace SpatialPlanner.Data.Results;

/// <content>Siting: the ground that every plan stands on.</content>
public sealed partial class Assessment
{
    /// <summary>The idle spaces and who reaches them.</summary>
    public SitingGround SitingGround => Once(() => SitingGround.Of(this, extend: false));

    /// <summary>The idle spaces and the open facilities that could be extended, and who reaches them.</summary>
    public SitingGround ExtendedGround => Once(() => SitingGround.Of(this, extend: true));
}
