using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Data.Results.Siting;

/// <summary>Makes the numbers of a plan problem of a district's assessment.</summary>
internal sealed class PlanCaseMaker
{
    private readonly Assessment assessment;
    private readonly SitingGround ground;
    private readonly PlanQuestion question;
    private readonly IReadOnlyList<int> services;
    private readonly int[] community;
    private readonly PlanNeed[] needs;
    private readonly Dictionary<int, LocalText> leftOut = [];
    private readonly int? startYear;

    private PlanCaseMaker(Assessment assessment, PlanQuestion question, IReadOnlyList<int> services)
    {
        (this.assessment, this.question, this.services) = (assessment, question, services);
        ground = question.Extend ? assessment.ExtendedGround : assessment.SitingGround;
        community = CommunityOfBuildings(assessment, ground);
        var communities = ground.Areas.Frame.Communities.Count;
        needs = [.. services.Select(s => PlanNeed.Of(assessment, s, community, communities, question))];
        startYear = question.StartYear ?? ground.Spaces.Where(s => s.LeftOut is null).Min(s => s.FirstYear);
    }

    /// <summary>Makes the problem of a question whose fields are sound.</summary>
    /// <param name="assessment">The district and its coverage.</param>
    /// <param name="question">The question.</param>
    /// <param name="services">Services asked for, as their places in the pack, rising.</param>
    public static PlanCase Make(Assessment assessment, PlanQuestion question, IReadOnlyList<int> services) =>
        new PlanCaseMaker(assessment, question, services).Case();

    private PlanCase Case()
    {
        List<(int Space, List<RoomOption> Rooms)> kept = [];
        for (var i = 0; i < ground.Spaces.Count; i++)
        {
            var rooms = WhyOut(i) is { } why ? Out(i, why) : RoomsOf(i, kept.Count);
            if (rooms.Count > 0)
            {
                kept.Add((i, rooms));
            }
        }

        int[] spaces = [.. kept.Select(k => k.Space)];
        var problem = new PlanProblem
        {
            Services = [.. services.Select(s => Rule(s).Code)],
            Spaces = [.. spaces.Select(SpaceOf)],
            Rooms = [.. kept.SelectMany(k => k.Rooms)],
            NotWith = NotWith(),
            Need = [.. needs.Select(n => n.People)],
            Value = [.. needs.Select(n => n.Value)],
            Reach = [.. services.Select(s => Rows(ground.Reach[s], spaces))],
            Community = community,
            Total = [.. needs.Select(n => n.Total)],
            Covered = [.. needs.Select(n => n.Covered)],
        };
        return new PlanCase(
            assessment, ground, question, problem, services, spaces, leftOut, startYear,
            PlanWarnings.Of(assessment, ground, question, services));
    }

    private ServiceRule Rule(int service) => assessment.Loaded.Pack.Services[service];

    private List<RoomOption> Out(int space, LocalText why)
    {
        leftOut[space] = why;
        return [];
    }

    private LocalText? WhyOut(int i)
    {
        var space = ground.Spaces[i];
        var years = question.YearBudgetsCny.Count;
        return space.LeftOut is not null ? space.LeftOut
            : !ground.Links.IsLinked(i) ? new(
                $"离可步行的道路超过 {District.LinkLimitMetres} 米", $"it lies more than {District.LinkLimitMetres} m from every street that can be walked")
            : years > 0 && space.FirstYear - startYear >= years ? new(
                $"{space.FirstYear} 年才可使用，晚于计划的最后一年 {startYear + years - 1}",
                $"it can be had from {space.FirstYear} only, after the plan's last year {startYear + years - 1}")
            : null;
    }

    private List<RoomOption> RoomsOf(int i, int place)
    {
        var (space, rooms, whyNot) = (ground.Spaces[i], new List<RoomOption>(), new List<(ServiceRule Rule, LocalText Why)>());
        for (var s = 0; s < services.Count; s++)
        {
            var rule = Rule(services[s]);
            if (RoomFit.WhyNot(rule, space.FloorAreaM2, space.Storey, space.Permitted, (space.Has >> services[s] & 1) != 0) is { } why)
            {
                whyNot.Add((rule, why));
                continue;
            }

            // Facilities are many; of an idle space a room is kept that helps nobody, since it can be required.
            var people = PeopleIn(i, s);
            if (space.IsExtension && people == 0)
            {
                whyNot.Add((rule, new("步行范围内无人未覆盖", "nobody in its reach lacks it")));
                continue;
            }

            long? come = question.CountCapacity ? people : null;
            rooms.AddRange(RoomFit.SizesDm2(rule, space.FloorAreaM2, come).Select(size => new RoomOption(
                place, s, size, RoomFit.CostCny(rule, size), question.CountCapacity ? RoomFit.People(rule, size) : null)));
        }

        return rooms.Count > 0 ? rooms : Out(i, NoneFits(whyNot));
    }

    private static LocalText NoneFits(List<(ServiceRule Rule, LocalText Why)> whyNot)
    {
        const int shown = 3;
        var some = whyNot.Take(shown).ToList();
        var more = whyNot.Count > shown;
        return new(
            $"没有合适的服务：{string.Join("；", some.Select(w => $"{w.Rule.Name.Zh}：{w.Why.Zh}"))}{(more ? "；……" : "")}",
            $"none of the services fits: {string.Join("; ", some.Select(w => $"{w.Rule.Name.En}: {w.Why.En}"))}{(more ? "; …" : "")}");
    }

    private long PeopleIn(int space, int service)
    {
        var people = 0L;
        foreach (var b in ground.Reach[services[service]].Columns(space))
        {
            people += needs[service].People[b];
        }

        return people;
    }

    private PlanSpace SpaceOf(int i)
    {
        var space = ground.Spaces[i];
        var first = question.YearBudgetsCny.Count > 0 && space.FirstYear is { } year && startYear is { } start ? Math.Max(0, year - start) : 0;
        var group = space.Community < 0 ? -1 : ground.Areas.Frame.Communities[space.Community].Subdistrict;
        return new PlanSpace(
            space.Id, RoomFit.FloorDm2(space.FloorAreaM2), space.CostCny, group, space.Community, first, space.IsExtension);
    }

    // Exclusion is mutual, whichever of the two says so.
    private ulong[] NotWith()
    {
        var notWith = new ulong[services.Count];
        for (var a = 0; a < notWith.Length; a++)
        {
            for (var b = 0; b < notWith.Length; b++)
            {
                if (Rule(services[a]).Room?.NotWith.Contains(Rule(services[b]).Code) == true)
                {
                    notWith[a] |= 1UL << b;
                    notWith[b] |= 1UL << a;
                }
            }
        }

        return notWith;
    }

    private static SparseRows Rows(SparseRows all, int[] rows)
    {
        int[] first = [0, .. rows.Select(r => all.First[r + 1] - all.First[r])];
        for (var r = 0; r < rows.Length; r++)
        {
            first[r + 1] += first[r];
        }

        return new SparseRows(first, [.. rows.SelectMany(r => all.Columns(r).ToArray())], [.. rows.SelectMany(r => all.Costs(r).ToArray())]);
    }

    /// <summary>The community of each building as its place in the survey's frame; -1 for what lies outside of all.</summary>
    private static int[] CommunityOfBuildings(Assessment assessment, SitingGround ground)
    {
        var (areas, district) = (ground.Areas, assessment.Loaded.District);
        var placeOf = Enumerable.Range(0, areas.Frame.Communities.Count).Where(c => areas.Frame.Communities[c].Code.Length > 0)
            .ToDictionary(c => areas.AreaOf(AreaLevel.Community, c));
        return [.. district.Buildings.Area[(int)AreaLevel.Community].Select(a => placeOf.GetValueOrDefault(a, -1))];
    }
}
