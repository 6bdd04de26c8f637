using SpatialPlanner.Data.Locate.Programs;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Data.Results.Siting;

/// <summary>A plan of a district: the question as numbers, the rooms that were found, and the answer for people.</summary>
/// <param name="Case">The question as numbers.</param>
/// <param name="Outcome">The chosen rooms and the proof.</param>
/// <param name="Plan">The same in words, ids and degrees.</param>
public sealed record SitingAnswer(PlanCase Case, PlanOutcome Outcome, PlanAnswer Plan)
{
    private const double LeastReviewSeconds = 10;

    /// <summary>What is wrong with a question, or null where it can be asked. Works out nothing that a plan does not need.</summary>
    /// <param name="assessment">The district and its coverage.</param>
    /// <param name="question">The question.</param>
    public static PlanFault? Fault(Assessment assessment, PlanQuestion question) => Make(assessment, question, out _);

    /// <summary>
    /// Finds the plan, and then what can be said of it (worth, swaps, why not) in a part of that time again. It ends with the best one so
    /// far when it is stopped or its time is up; what is said is then less.
    /// </summary>
    /// <param name="assessment">The district and its coverage.</param>
    /// <param name="question">The question.</param>
    /// <param name="progress">Told of the best plan and the bound so far, <see cref="PlanProblem.ValueOfOne"/> a person; may be null.</param>
    /// <param name="stop">Stops the search; the best plan so far is given.</param>
    /// <param name="review">False where nobody asks for worth, swaps and reasons: then they are empty and 0.</param>
    /// <exception cref="InputException">The question cannot be asked; its file is the field.</exception>
    public static SitingAnswer Find(
        Assessment assessment, PlanQuestion question, IProgress<SitingProgress>? progress, CancellationToken stop,
        bool review = true)
    {
        var made = CaseOf(assessment, question);
        using var clock = Clock(question.TimeLimitS, stop);
        var outcome = ExternalProgram.Of(question.Method) is { } program
            ? Solve(program, made, stop) : PlanSolver.Solve(made.Problem, question, progress, clock.Token);
        outcome = PlanTrim.Of(made.Problem, question, outcome);
        var isThere = outcome.Rooms.Count > 0;
        progress?.Report(new SitingProgress("review", isThere ? outcome.Objective : null, isThere ? outcome.Bound : null, 0));
        using var second = Clock(isThere ? ReviewSeconds(question) : question.TimeLimitS, stop);
        var said = review && isThere ? PlanReview.Of(made.Problem, question, outcome, second.Token) : null;
        var repairs = review && outcome.Status == SitingStatus.Infeasible ? RepairsOf(made).Find(second.Token) : [];
        if (review && second.IsCancellationRequested)
        {
            made = made with { Warnings = [.. made.Warnings, ReviewEnded] };
        }

        var plan = new PlanAnswerBuilder(made, outcome, said, repairs).Answer();
        return new SitingAnswer(
            question.CountCapacity && review && plan.Sites.Count > 0
                ? made with { Warnings = [.. made.Warnings, PlanNearestFirst.Told(made, outcome, plan)] } : made,
            outcome, plan);
    }

    /// <summary>The plans that no other beats in cost, coverage and worst community.</summary>
    /// <param name="assessment">The district and its coverage.</param>
    /// <param name="question">The question; its budget is the most that a plan may cost.</param>
    /// <param name="progress">Told how far it is; may be null.</param>
    /// <param name="stop">Stops; the points so far are given.</param>
    /// <exception cref="InputException">The question cannot be asked; its file is the field.</exception>
    public static IReadOnlyList<ParetoPoint> Pareto(
        Assessment assessment, PlanQuestion question, IProgress<SitingProgress>? progress, CancellationToken stop)
    {
        var made = CaseOf(assessment, question);
        using var clock = Clock(question.TimeLimitS, stop);
        var (spaces, communities) = (made.Problem.Spaces, made.Ground.Areas.Frame.Communities);
        return
        [
            .. PlanFront.Find(made.Problem, question, progress, clock.Token).Select(p => new ParetoPoint(
                p.CostCny, p.Gain / (double)PlanProblem.ValueOfOne, p.Bound / PlanProblem.ValueOfOne, p.WorstShare,
                p.WorstCommunity < 0 ? null : communities[p.WorstCommunity].Code,
                [.. p.Rooms.Select(r => spaces[made.Problem.Rooms[r].Space].Id).Distinct()], p.IsKnee)),
        ];
    }

    /// <summary>The question as numbers.</summary>
    /// <param name="assessment">The district and its coverage.</param>
    /// <param name="question">The question.</param>
    /// <exception cref="InputException">The question cannot be asked; its file is the field.</exception>
    public static PlanCase CaseOf(Assessment assessment, PlanQuestion question) =>
        Make(assessment, question, out var made) is { } fault ? throw InputException.Fatal(fault.Field, null, fault.What, fault.Remedy) : made!;

    private static PlanFault? Make(Assessment assessment, PlanQuestion question, out PlanCase? made)
    {
        made = null;
        var pack = assessment.Loaded.Pack;
        if (PlanQuestionCheck.Fault(question, pack) is { } fault)
        {
            return fault;
        }

        var its = made = PlanCaseMaker.Make(assessment, question, PlanQuestionCheck.ServicesOf(question, pack));
        return PlanProblemCheck.Fault(its.Problem, question, its.WhyOut) ?? PlanContradiction.Find(its.Problem, question);
    }

    private static readonly LocalText ReviewEnded = new(
        "说明（替换、未选原因、损失）在时限内未算完：给出的是目前所知；更长的时限得到更多",
        "The time limit ended what is said of the plan (swaps, reasons, losses): it is what was known then, and more time gives more");

    private static PlanRepairs RepairsOf(PlanCase made)
    {
        var loaded = made.Assessment.Loaded;
        return new PlanRepairs(
            made.Problem, made.Question, c => loaded.Areas[made.Ground.Areas.AreaOf(AreaLevel.Community, c)].Area.Name,
            s => loaded.Pack.Services[made.Services[s]].Name);
    }

    // A program has a clock of its own and writes at its end: what it finds is lost where it is stopped.
    private static PlanOutcome Solve(ExternalProgram solver, PlanCase made, CancellationToken stop)
    {
        var program = PlanProgram.Of(made.Problem, made.Question);
        var said = solver.Solve(program.Linear, made.Question.TimeLimitS, made.Question.Seed, stop);
        return program.Outcome(said.Status, said.Values, said.Bound);
    }

    // A plan is often proved within a second; nobody should then wait half a minute for the last proved loss of a space.
    private static double? ReviewSeconds(PlanQuestion question) =>
        question.TimeLimitS is { } seconds ? Math.Min(seconds, Math.Max(LeastReviewSeconds, seconds / 3)) : null;

    // The engine has no clock: the time limit is a token that this one gives it.
    private static CancellationTokenSource Clock(double? seconds, CancellationToken stop)
    {
        var clock = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (seconds is { } limit)
        {
            clock.CancelAfter(TimeSpan.FromSeconds(limit));
        }

        return clock;
    }
}
