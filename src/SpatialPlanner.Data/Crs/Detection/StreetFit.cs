namespace SpatialPlanner.Data.Crs.Detection;

/// <summary>
/// How a layer lies among the streets in one place, beside how it lies when it is moved by 110 to 290 m. In its true
/// place it differs from all of those: streets do not run through buildings, shops keep off the carriageway, gates and
/// roads lie on it. In a wrong place it is as it is anywhere. So no rule says what a layer should look like, and what
/// chance gives is measured on the layer and the streets themselves.
/// </summary>
/// <param name="Features">Number of features near streets.</param>
/// <param name="Cut">Polygons that streets run through; null for other layers.</param>
/// <param name="OnStreet">Places and points of outlines within 3 m of a street's line.</param>
/// <param name="Beside">The same within 10 m.</param>
/// <param name="MedianMetres">Median distance of the features' middles to the nearest street, metres.</param>
internal sealed record StreetFit(
    int Features, FitMeasure? Cut, FitMeasure OnStreet, FitMeasure Beside, double MedianMetres)
{
    // Moved copies: three rings, each turned against the last, so that no grid of streets meets them all.
    private const int CopiesOnRing = 8;
    private const double TurnRadians = 0.29;
    private static readonly double[] RingsMetres = [110, 190, 290];

    // A copy that loses half of the features at the network's rim says nothing.
    private const double LeastSharedFeatures = 0.5;
    private const int LeastCopies = 12;
    private const int LeastFeatures = 10;

    /// <summary>How distinct the place is by the measure that tells most; 0 where nothing can be told.</summary>
    public double Distinctness =>
        Math.Max(Cut?.Distinctness ?? 0, Math.Max(OnStreet.Distinctness, Beside.Distinctness));

    /// <summary>The measure that tells most.</summary>
    public TellingMeasure Telling =>
        Cut?.Distinctness == Distinctness ? TellingMeasure.Cut
        : Beside.Distinctness == Distinctness ? TellingMeasure.Beside : TellingMeasure.OnStreet;

    /// <summary>Compares a layer with the streets.</summary>
    /// <param name="shapes">The layer in the streets' plane.</param>
    /// <param name="streets">The streets.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>Null where too few features lie near streets.</returns>
    public static StreetFit? Of(IReadOnlyList<PlacedShape> shapes, StreetReference streets, CancellationToken cancel = default)
    {
        var comparison = new StreetComparison(shapes, streets);
        var here = comparison.At(0, 0);
        if (here.Features < LeastFeatures)
        {
            return null;
        }

        var moved = new List<StreetShares>();
        foreach (var (dx, dy) in Moves())
        {
            cancel.ThrowIfCancellationRequested();
            var copy = comparison.At(dx, dy);
            if (copy.Features >= LeastSharedFeatures * here.Features)
            {
                moved.Add(copy);
            }
        }

        return moved.Count < LeastCopies ? null : new StreetFit(
            here.Features,
            here.Cut is null ? null : FitMeasure.Of(here.Cut.Value, [.. moved.Select(m => m.Cut ?? 0)], here.Features),
            FitMeasure.Of(here.OnStreet, [.. moved.Select(m => m.OnStreet)], here.Features),
            FitMeasure.Of(here.Beside, [.. moved.Select(m => m.Beside)], here.Features),
            comparison.MedianMetres());
    }

    private static IEnumerable<(double Dx, double Dy)> Moves()
    {
        for (var ring = 0; ring < RingsMetres.Length; ring++)
        {
            for (var i = 0; i < CopiesOnRing; i++)
            {
                var (sin, cos) = Math.SinCos((i * 2 * Math.PI / CopiesOnRing) + ((ring + 1) * TurnRadians));
                yield return (RingsMetres[ring] * cos, RingsMetres[ring] * sin);
            }
        }
    }
}
