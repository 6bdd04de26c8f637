namespace SpatialPlanner.Planning.Survey;

/// <summary>Answers about one service, counted.</summary>
internal struct Tally
{
    public int Asked;
    public int Common;
    public int Individual;

    public readonly int Wants => Common + Individual;

    public void Add(CountedResponse response)
    {
        Asked++;
        Common += response is { Wants: true, IsIndividual: false } ? 1 : 0;
        Individual += response is { Wants: true, IsIndividual: true } ? 1 : 0;
    }
}

/// <summary>The answers of a survey by service, and by cell, community, subdistrict and district within it.</summary>
internal sealed class SurveyTallies
{
    private readonly int services;
    private readonly int strata;
    private readonly SurveyFrame frame;
    private readonly Tally[] cells;
    private readonly Tally[] communities;
    private readonly Tally[] subdistricts;
    private readonly Tally[] district;

    public SurveyTallies(SurveyFrame frame, SurveyIntake intake)
    {
        (this.frame, services, strata) = (frame, frame.Services.Count, intake.Strata.Codes.Count);
        cells = new Tally[frame.Communities.Count * services * strata];
        communities = new Tally[frame.Communities.Count * services];
        subdistricts = new Tally[frame.SubdistrictCount * services];
        district = new Tally[services];
        foreach (var response in intake.Counted)
        {
            cells[Cell(response.Community, response.Service, response.Stratum)].Add(response);
            communities[(response.Community * services) + response.Service].Add(response);
            if (frame.Communities[response.Community].Subdistrict is var sub and >= 0)
            {
                subdistricts[(sub * services) + response.Service].Add(response);
            }

            district[response.Service].Add(response);
        }
    }

    public Tally Of(int community, int service, int stratum) => cells[Cell(community, service, stratum)];

    /// <summary>The finest tally with enough answers, of which an estimate for a cell is made.</summary>
    public (EstimateBasis Basis, Tally Tally) BasisOf(int community, int service, int stratum, int leastOfCell)
    {
        var own = Of(community, service, stratum);
        if (own.Asked >= Math.Max(1, leastOfCell))
        {
            return (EstimateBasis.Cell, own);
        }

        var sub = frame.Communities[community].Subdistrict;
        var inSub = sub < 0 ? default : subdistricts[(sub * services) + service];
        return communities[(community * services) + service] is { Asked: > 0 } here ? (EstimateBasis.Community, here)
            : inSub.Asked > 0 ? (EstimateBasis.Subdistrict, inSub)
            : district[service].Asked > 0 ? (EstimateBasis.District, district[service])
            : (EstimateBasis.None, default);
    }

    /// <summary>Answers about a service from a community, its subdistrict and the district.</summary>
    public (int Community, int Subdistrict, int District) AskedAround(int community, int service)
    {
        var sub = frame.Communities[community].Subdistrict;
        return (communities[(community * services) + service].Asked, sub < 0 ? 0 : subdistricts[(sub * services) + service].Asked,
            district[service].Asked);
    }

    /// <summary>Subdistrict of a community, or -1.</summary>
    public int SubdistrictOf(int community) => frame.Communities[community].Subdistrict;

    private int Cell(int community, int service, int stratum) => (((community * services) + service) * strata) + stratum;
}
