using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Data.Results.Siting;

/// <summary>Turns chosen rooms back into spaces, people and money.</summary>
/// <param name="made">The question as numbers.</param>
/// <param name="outcome">The chosen rooms.</param>
/// <param name="review">What can be said of them; null where nobody asks or there are none.</param>
/// <param name="repairs">What would give a question without an answer one.</param>
internal sealed class PlanAnswerBuilder(PlanCase made, PlanOutcome outcome, PlanReview? review, IReadOnlyList<LocalText> repairs)
{
    private readonly PlanProblem problem = made.Problem;
    private readonly PlanServed served = PlanServed.Of(made.Problem, made.Question, outcome);

    /// <summary>The answer.</summary>
    public PlanAnswer Answer()
    {
        var isCost = made.Question.TargetShare is not null;
        var unit = isCost ? 1.0 : PlanProblem.ValueOfOne;
        // Objectives are whole numbers: a bound less than one above is the objective itself.
        var isProved = outcome.Status == SitingStatus.Optimal && Math.Abs(outcome.Bound - outcome.Objective) < 1;
        var bound = isProved ? outcome.Objective : outcome.Bound;
        var gap = isProved ? 0 : double.IsFinite(bound) ? Math.Abs(bound - outcome.Objective) / Math.Max(Math.Abs(bound), 1) : 1;
        var sites = Sites();
        return new PlanAnswer(
            outcome.Status, outcome.Objective / unit, bound / unit, gap, sites.Sum(s => s.CostCny), Budget(made.Question), sites, NotChosen(),
            Services(), Communities(), Swaps(), Alternative(), repairs, Reserve(), Problem());
    }

    private LocalText? Problem() => outcome.Status switch
    {
        SitingStatus.Infeasible => new("没有任何方案满足全部条件", "no plan meets all of the conditions"),
        SitingStatus.NoAnswer => new("在找到任何方案之前就停止了：给更长的时限", "the search ended before any plan was found: give it more time"),
        _ => outcome.Rooms.Count > 0 ? null : new("买得起的房间都不能让任何人新增覆盖", "none of the rooms that the money buys gains anybody anything"),
    };

    private static long? Budget(PlanQuestion question) => question.YearBudgetsCny.Count > 0 ? question.YearBudgetsCny.Sum() : question.BudgetCny;

    private ServiceRule Rule(int service) => made.Assessment.Loaded.Pack.Services[made.Services[service]];

    private SiteSpace SpaceOf(int space) => made.Ground.Spaces[made.Spaces[space]];

    private List<PlanSite> Sites() =>
    [
        .. Enumerable.Range(0, outcome.Rooms.Count).GroupBy(at => problem.Rooms[outcome.Rooms[at]].Space).OrderBy(g => g.Key)
            .Select(g => Site(g.Key, [.. g.OrderBy(at => problem.Rooms[outcome.Rooms[at]].Service)])),
    ];

    private PlanSite Site(int space, int[] rooms)
    {
        var (at, options) = (SpaceOf(space), rooms.Select(r => problem.Rooms[outcome.Rooms[r]]).ToList());
        var worth = review?.Spaces.First(s => s.Space == space).Worth ?? default;
        ServiceRule[] functions = [.. options.Select(o => Rule(o.Service)), .. Existing(at)];
        var (typology, reasons) = SiteTypologies.Of(made.Assessment.Loaded.Pack.Complex, at.WholeAreaM2, functions);
        return new PlanSite(
            at.Id, at.Name, at.Community < 0 ? null : made.Ground.Areas.Frame.Communities[at.Community].Code, at.Lon, at.Lat, at.FloorAreaM2,
            options.Sum(o => o.AreaDm2) / 100.0, problem.Spaces[space].OpeningCostCny + options.Sum(o => o.CostCny), outcome.Year[rooms[0]] + 1,
            typology, reasons, [.. rooms.Select(Room)], Gain(worth.Marginal), Gain(worth.Alone), IsRequired(at.Id));
    }

    private IEnumerable<ServiceRule> Existing(SiteSpace at) =>
        made.Assessment.Loaded.Pack.Services.Where((_, s) => (at.Has >> s & 1) != 0);

    private PlanRoom Room(int at)
    {
        var room = problem.Rooms[outcome.Rooms[at]];
        return new PlanRoom(
            problem.Services[room.Service], room.AreaDm2 / 100.0, room.CostCny, room.CapacityPeople, served.NewPeople[at],
            Gain(review?.Rooms[at].Marginal ?? 0), Gain(review?.Rooms[at].Alone ?? 0));
    }

    private bool IsRequired(string id) =>
        made.Question.Must.Any(m => m == id || m.StartsWith(id + ":", StringComparison.Ordinal));

    private List<PlanService> Services()
    {
        var people = made.Assessment.Loaded.District.Buildings.People;
        return
        [
            .. Enumerable.Range(0, problem.Services.Count).Select(s =>
            {
                var total = people[DemandGroups.IndexOf(Rule(s).Group)].Sum(p => (long)p);
                var before = total - problem.Need[s].Sum(n => (long)n);
                RoomOption[] rooms = [.. outcome.Rooms.Select(r => problem.Rooms[r]).Where(r => r.Service == s)];
                return new PlanService(
                    problem.Services[s], total, before, before + served.ByBuilding[s].Sum(n => (long)n), rooms.Length, rooms.Sum(r => r.AreaDm2) / 100.0);
            }),
        ];
    }

    private List<PlanCommunity> Communities()
    {
        var (areas, rows) = (made.Ground.Areas, new List<PlanCommunity>());
        var gained = Enumerable.Range(0, problem.Services.Count).Select(Gained).ToList();
        for (var c = 0; c < areas.Frame.Communities.Count; c++)
        {
            var area = made.Assessment.Loaded.Areas[areas.AreaOf(AreaLevel.Community, c)].Area;
            for (var s = 0; s < problem.Services.Count; s++)
            {
                if (problem.Total[s][c] > 0)
                {
                    rows.Add(new PlanCommunity(
                        area.Code, area.Name, problem.Services[s], problem.Total[s][c], problem.Covered[s][c], problem.Covered[s][c] + gained[s][c]));
                }
            }
        }

        return rows;
    }

    private long[] Gained(int service)
    {
        var gained = new long[problem.Total[service].Length];
        for (var b = 0; b < problem.Community.Length; b++)
        {
            if (problem.Community[b] is var c and >= 0)
            {
                gained[c] += served.ByBuilding[service][b];
            }
        }

        return gained;
    }

    // A facility that is not extended is no idle space that somebody asks about.
    private List<NotChosenSite> NotChosen()
    {
        var told = (review?.NotChosen ?? []).ToDictionary(n => made.Spaces[n.Space]);
        var chosen = outcome.Rooms.Select(r => made.Spaces[problem.Rooms[r].Space]).ToHashSet();
        LocalText none = new("未选用", "it was not chosen");
        return
        [
            .. Enumerable.Range(0, made.Ground.Spaces.Count).Where(i => !chosen.Contains(i) && !made.Ground.Spaces[i].IsExtension)
                .Select(i => told.TryGetValue(i, out var why)
                    ? new NotChosenSite(made.Ground.Spaces[i].Id, made.Ground.Spaces[i].Name, why.Reason, why.LossIfForced is { } loss ? Gain(loss) : null)
                    : new NotChosenSite(made.Ground.Spaces[i].Id, made.Ground.Spaces[i].Name, made.LeftOut.GetValueOrDefault(i, none), null)),
        ];
    }

    private List<PlanSwap> Swaps() => [.. (review?.Swaps ?? []).Select(s => new PlanSwap(SpaceOf(s.Out).Id, SpaceOf(s.In).Id, Gain(s.Loss)))];

    private PlanAlternative? Alternative() => review?.Alternative is { } other
        ? new PlanAlternative([.. other.Spaces.Select(s => SpaceOf(s).Id)], Gain(other.Loss), other.IsProved) : null;

    private List<ReserveSite> Reserve() =>
    [
        .. (review?.Reserve ?? []).Select(r => new ReserveSite(
            SpaceOf(r.Space).Id, SpaceOf(r.Space).Name, Gain(r.Gain), r.CostCny,
            [.. r.Rooms.Select(room => problem.Services[problem.Rooms[room].Service])])),
    ];

    private static double Gain(long value) => value / (double)PlanProblem.ValueOfOne;
}
