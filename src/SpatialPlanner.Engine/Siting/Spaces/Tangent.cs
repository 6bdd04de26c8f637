namespace SpatialPlanner.Engine.Siting.Spaces;

/// <summary>The bound at a price of money, and its slope there.</summary>
/// <param name="Price">Price.</param>
/// <param name="Bound">Bound at that price.</param>
/// <param name="Left">Money left over: by how much the bound rises with the price.</param>
internal readonly record struct Tangent(double Price, double Bound, double Left)
{
    /// <summary>The price to look at next.</summary>
    /// <param name="low">The highest price known at which the money does not last.</param>
    /// <param name="high">The lowest price known at which it does.</param>
    /// <param name="spent">Money spent at the price looked at last.</param>
    /// <returns>The price, or null where the least bound is found.</returns>
    public static double? Next(Tangent? low, Tangent? high, double spent)
    {
        if (low is { } l && high is { } h)
        {
            var meet = (h.Bound - l.Bound + (l.Left * l.Price) - (h.Left * h.Price)) / (l.Left - h.Left);
            var least = l.Bound + (l.Left * (meet - l.Price));
            var found = Math.Min(l.Bound, h.Bound);
            return found - least <= 1e-9 * Math.Abs(found) || meet <= l.Price || meet >= h.Price ? null : meet;
        }

        // The price before is a good guess: steps from it grow, so that a small change of profits is met by a small step.
        if (low is { } only)
        {
            return only.Price > 0 ? only.Price * 2 : Math.Max(only.Bound, 1) / Math.Max(spent, 1);
        }

        var price = high!.Value.Price;
        return price == 0 ? null : price < 1e-12 ? 0 : price * 0.5;
    }
}
