using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Coverage;

/// <summary>
/// What a walk is made of. Lengths add up to the walk's, and paced lengths with the waits to its cost in time, both to
/// the millimetre.
/// </summary>
/// <param name="OffNetwork">The legs to the street at both ends.</param>
/// <param name="Street">Streets and paths.</param>
/// <param name="Crossing">Crossings of roadways, without the waits there.</param>
/// <param name="Steps">Steps.</param>
/// <param name="WaitMm">Waits wherever they are, as the millimetres walked meanwhile.</param>
public readonly record struct WalkParts(
    WalkParts.Part OffNetwork, WalkParts.Part Street, WalkParts.Part Crossing, WalkParts.Part Steps, int WaitMm)
{
    /// <summary>The ways of one kind.</summary>
    /// <param name="LengthMm">Length, millimetres.</param>
    /// <param name="PacedMm">The way on the level that takes as long, millimetres.</param>
    public readonly record struct Part(int LengthMm, int PacedMm)
    {
        /// <summary>Both parts together.</summary>
        /// <param name="a">A part.</param>
        /// <param name="b">Another one.</param>
        public static Part operator +(Part a, Part b) => new(a.LengthMm + b.LengthMm, a.PacedMm + b.PacedMm);
    }

    /// <summary>Length of the walk, millimetres.</summary>
    public int LengthMm => OffNetwork.LengthMm + Street.LengthMm + Crossing.LengthMm + Steps.LengthMm;

    /// <summary>Cost of the walk in time, paced millimetres.</summary>
    public int PacedMm => OffNetwork.PacedMm + Street.PacedMm + Crossing.PacedMm + Steps.PacedMm + WaitMm;

    /// <summary>Both walks together.</summary>
    /// <param name="a">A walk.</param>
    /// <param name="b">Another one.</param>
    public static WalkParts operator +(WalkParts a, WalkParts b) => new(
        a.OffNetwork + b.OffNetwork, a.Street + b.Street, a.Crossing + b.Crossing, a.Steps + b.Steps, a.WaitMm + b.WaitMm);

    /// <summary>A level way on streets.</summary>
    /// <param name="lengthMm">Its length.</param>
    public static WalkParts OnStreet(int lengthMm) => default(WalkParts) with { Street = new(lengthMm, lengthMm) };

    /// <summary>The parts of a walk.</summary>
    /// <param name="network">The network.</param>
    /// <param name="pace">The walker.</param>
    /// <param name="path">The walk, by whichever costs it was found.</param>
    public static WalkParts Of(WalkNetwork network, WalkerPace pace, WalkPath path)
    {
        var (edges, costs) = (network.Edges, network.TimeCosts(pace));
        var legs = path.StartAccessMm + path.EndAccessMm;
        var parts = default(WalkParts) with { OffNetwork = new(legs, legs) };
        foreach (var stretch in path.Stretches)
        {
            var paced = costs.Along(stretch.Edge, stretch.FromMm, stretch.ToMm);
            var wait = Math.Min(WaitOn(edges, stretch, pace), paced);
            var part = new Part(stretch.LengthMm, paced - wait);
            parts = edges.IsSteps[stretch.Edge] ? parts with { Steps = parts.Steps + part }
                : edges.IsCrossing[stretch.Edge] ? parts with { Crossing = parts.Crossing + part }
                : parts with { Street = parts.Street + part };
            parts = parts with { WaitMm = parts.WaitMm + wait };
        }

        return parts;
    }

    // As WalkCosts spreads the wait over the edge.
    private static int WaitOn(EdgeColumns edges, EdgeStretch stretch, WalkerPace pace)
    {
        var whole = (long)edges.DelayMs[stretch.Edge] * pace.SpeedMmPerS / 1000;
        var length = edges.LengthMm[stretch.Edge];
        return (int)Math.Abs((whole * stretch.ToMm / length) - (whole * stretch.FromMm / length));
    }
}
