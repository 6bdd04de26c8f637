namespace SpatialPlanner.Data.Sample;

/// <summary>Sets the buildings of a parcel in rows, leaving the spine free.</summary>
internal sealed class HouseRows(
    Parcel parcel, RowFrame frame, ConvexCell inner, HousingShape shape, SampleRandom random, List<House> houses)
{
    private const double SpineHalfMetres = 3;
    private readonly int _storeys = random.Whole(shape.LeastStoreys, shape.MostStoreys);

    public void Build(RowPlan plan, double spineX)
    {
        var rows = parcel.Use == ParcelUse.School ? plan.Rows.Skip(plan.Rows.Count / 2) : plan.Rows;
        foreach (var (y, freeSouth) in rows)
        {
            if (inner.RangeX(y + 0.01) is var (lowA, highA)
                && inner.RangeX(y + shape.Depth - 0.01) is var (lowB, highB))
            {
                var (low, high) = (Math.Max(lowA, lowB), Math.Min(highA, highB));
                Row(low, Math.Min(high, spineX - SpineHalfMetres), y, freeSouth);
                Row(Math.Max(low, spineX + SpineHalfMetres), high, y, freeSouth);
            }
        }
    }

    private void Row(double low, double high, double y, double freeSouth)
    {
        var length = shape.Length * random.Between(0.85, 1.2);
        var count = (int)Math.Round((high - low + shape.Beside) / (length + shape.Beside));
        if (high - low < shape.Length * 0.55)
        {
            return;
        }

        count = Math.Max(1, count);
        var each = (high - low - ((count - 1) * shape.Beside)) / count;
        for (var i = 0; i < count; i++)
        {
            if (!random.Chance(0.05))
            {
                var x = low + (i * (each + shape.Beside));
                Place(x, x + Math.Min(each, shape.Length * 1.6), y, freeSouth);
            }
        }
    }

    private void Place(double x0, double x1, double y, double freeSouth)
    {
        // Old courtyards were never built to one line.
        var y0 = parcel.Housing == HousingKind.Lanes ? y + random.Between(0, 1.6) : y;
        var y1 = y + shape.Depth - (parcel.Housing == HousingKind.Lanes ? random.Between(0, 1.4) : 0);
        var wing = Math.Min((freeSouth / 2) - 2.6, 9);
        Vec[] ring = [new(x0, y0), new(x1, y0), new(x1, y1), new(x0, y1)];
        if (wing > 3.5 && x1 - x0 > 26 && shape.MostStoreys < 16 && random.Chance(0.2)
            && inner.Contains(new Vec(x0, y0 - wing)) && inner.Contains(new Vec(x0 + 11, y0 - wing)))
        {
            ring =
            [
                new(x0, y0 - wing), new(x0 + 11, y0 - wing), new(x0 + 11, y0), new(x1, y0), new(x1, y1), new(x0, y1),
            ];
        }

        var use = Use(new Vec((x0 + x1) / 2, (y0 + y1) / 2));
        var area = ((x1 - x0) * (y1 - y0)) + (ring.Length > 4 ? 11 * wing : 0);
        houses.Add(new House(parcel.Index, [.. ring.Select(frame.ToWorld)], use, Storeys(use), area));
    }

    private string Use(Vec middle)
    {
        if (parcel.Use != ParcelUse.Housing)
        {
            return parcel.Use == ParcelUse.Civic && random.Chance(0.25) ? "mixed" : "other";
        }

        var facing = Facing(middle);
        var shops = facing switch
        {
            StreetKind.Arterial or StreetKind.Secondary => 0.7,
            StreetKind.Residential => 0.3,
            _ => 0.01,
        };
        return random.Chance(shops) ? "mixed" : random.Chance(0.025) ? "other" : "residential";
    }

    private StreetKind Facing(Vec middle)
    {
        var best = StreetKind.Wall;
        for (var i = 0; i < inner.Count; i++)
        {
            var along = (inner.At(i + 1) - inner.At(i)).Unit;
            if (inner.Sides[i].Kind > best && along.Cross(middle - inner.At(i)) < shape.Depth)
            {
                best = inner.Sides[i].Kind;
            }
        }

        return best;
    }

    private int Storeys(string use)
    {
        if (use == "other" && parcel.Use == ParcelUse.Housing)
        {
            return random.Whole(1, 2);
        }

        var spread = Math.Max(1, (shape.MostStoreys - shape.LeastStoreys) / 5);
        return Math.Clamp(_storeys + random.Whole(-spread, spread), shape.LeastStoreys, shape.MostStoreys);
    }
}
