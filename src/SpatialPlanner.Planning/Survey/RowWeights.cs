using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Planning.Survey;

/// <summary>
/// The weights of an area's answers about a service: the people for whom each speaks. An answer speaks for its share of its own
/// cell, and of every cell of the area that borrowed from it; so the weights add up to the people whom the area's own answers
/// stand for, and the estimate is the weighted sum of the wishes.
/// </summary>
internal sealed class RowWeights
{
    public RowWeights(SurveyTallies tallies, AreaLevel level, List<DemandCell> cells)
    {
        // What cells without answers of their own add to each answer of the community, subdistrict and district.
        var (community, subdistrict, district) = (new Dictionary<int, double>(), new Dictionary<int, double>(), 0.0);
        foreach (var cell in cells)
        {
            var (asked, sub) = (tallies.AskedAround(cell.Community, cell.Service), tallies.SubdistrictOf(cell.Community));
            community[cell.Community] = community.GetValueOrDefault(cell.Community)
                + (cell.Basis == EstimateBasis.Community ? (double)cell.People / asked.Community : 0);
            subdistrict[sub] = subdistrict.GetValueOrDefault(sub)
                + (cell.Basis == EstimateBasis.Subdistrict ? (double)cell.People / asked.Subdistrict : 0);
            district += cell.Basis == EstimateBasis.District ? (double)cell.People / asked.District : 0;
        }

        foreach (var cell in cells.Where(c => c.Answers > 0))
        {
            var weight = (cell.Basis == EstimateBasis.Cell ? (double)cell.People / cell.Answers : 0) + community[cell.Community]
                + (level == AreaLevel.Community ? 0 : subdistrict[tallies.SubdistrictOf(cell.Community)])
                + (level == AreaLevel.District ? district : 0);
            Sum += cell.Answers * weight;
            Squares += cell.Answers * weight * weight;
            Largest = Math.Max(Largest, weight);
        }
    }

    /// <summary>Sum of the weights.</summary>
    public double Sum { get; private set; }

    /// <summary>Sum of their squares.</summary>
    public double Squares { get; private set; }

    /// <summary>The largest.</summary>
    public double Largest { get; private set; }
}
