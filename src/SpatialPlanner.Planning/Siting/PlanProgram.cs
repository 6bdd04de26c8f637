using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Engine.Siting.Linear;
using SpatialPlanner.Engine.Siting.Spaces;

namespace SpatialPlanner.Planning.Siting;

/// <summary>
/// A plan problem as a mixed integer program, for solvers that are installed: a column of 0 or 1 for each room in each year, one
/// for each space opened in a year, and who is served. What a solver says is worked out again: only its bound is believed.
/// </summary>
public sealed class PlanProgram
{
    private readonly PlanModel _model;
    private readonly SpaceRules _rules;
    private readonly int _years;
    private readonly int[] _opens;

    private PlanProgram(PlanProblem problem, PlanQuestion question)
    {
        _model = new PlanModel(problem, question);
        (_rules, _years) = (_model.Columns.Choices.Rules, _model.Columns.Years);
        Linear = GainProgram.Of(_model.Siting);
        _opens = [.. Enumerable.Range(0, _rules.Spaces.Count * _years).Select(_ => Linear.AddColumn(0, 0, 1, isWhole: true))];
        for (var s = 0; s < _rules.Spaces.Count; s++)
        {
            AddSpace(s, [.. Enumerable.Range(0, _rules.Columns.Count).Where(c => _rules.Columns[c].Space == s)]);
        }

        AddMoney();
        AddNumbers();
    }

    /// <summary>The program.</summary>
    public LinearProgram Linear { get; }

    /// <summary>Makes the program of a question that asks for most need.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="question">The question; without a fault, and without a target.</param>
    public static PlanProgram Of(PlanProblem problem, PlanQuestion question) => new(problem, question);

    /// <summary>The plan that a solver found, worked out again.</summary>
    /// <param name="status">How the solver says that it ended.</param>
    /// <param name="values">Value of each column, or null where it found none.</param>
    /// <param name="bound">No solution is better, as it says.</param>
    public PlanOutcome Outcome(SitingStatus status, double[]? values, double bound)
    {
        int[] columns = values is null ? [] : [.. Enumerable.Range(0, _rules.Columns.Count).Where(c => values[c] > 0.5)];
        if (values is null || !IsAllowed(columns))
        {
            return new PlanOutcome(values is null ? status : SitingStatus.NoAnswer, 0, bound, [], []);
        }

        var gain = new PlanValue(_model).Of(columns);

        // Gains are whole numbers; solvers work with tolerances of about a millionth of a millionth of them.
        var most = Math.Max(gain, Math.Floor(bound + 1e-6 + (Math.Abs(bound) * 1e-9)));
        return _model.OutcomeOf(most <= gain ? SitingStatus.Optimal : SitingStatus.Stopped, gain, most, columns);
    }

    private bool IsAllowed(int[] columns)
    {
        var set = _model.Columns.Choices.Begin();
        foreach (var c in columns)
        {
            if (!set.Fits(c))
            {
                return false;
            }

            set.Add(c);
        }

        return set.IsComplete;
    }

    private int Open(int space, int year) => _opens[(space * _years) + year];

    private List<(int Column, double Factor)> Opens(int space, double factor) =>
        [.. Enumerable.Range(0, _years).Select(y => (Open(space, y), factor))];

    private void AddSpace(int space, int[] columns)
    {
        var its = _rules.Spaces[space];
        AddMost(Opens(space, 1), 1);
        AddMost([.. columns.Select(c => (c, (double)_rules.Columns[c].Area)), .. Opens(space, -its.Area)], 0);
        for (var y = 0; y < _years; y++)
        {
            int[] ofYear = [.. columns.Where(c => _rules.Columns[c].Year == y)];
            foreach (var c in ofYear)
            {
                AddMost([(c, 1), (Open(space, y), -1)], 0);
            }

            // A space is open with a room in it, and not without.
            AddMost([(Open(space, y), 1), .. ofYear.Select(c => (c, -1.0))], 0);
        }

        if (_rules.SpaceBudget < SpaceRules.NoBound)
        {
            AddMost([.. columns.Select(c => (c, (double)_rules.Columns[c].Cost)), .. Opens(space, its.OpeningCost)], _rules.SpaceBudget);
        }

        if (its.IsRequired || its.RequiredServices != 0)
        {
            AddLeast(Opens(space, 1), 1);
        }

        AddServices(its, columns);
    }

    private void AddServices(CandidateSpace space, int[] columns)
    {
        var ofService = columns.ToLookup(c => _rules.Columns[c].Service);
        for (var a = 0; a < _rules.NotWith.Count; a++)
        {
            List<(int Column, double Factor)> one = [.. ofService[a].Select(c => (c, 1.0))];
            AddMost(one, 1);
            if ((space.RequiredServices >> a & 1) != 0)
            {
                AddLeast(one, 1);
            }

            for (var b = a + 1; b < _rules.NotWith.Count; b++)
            {
                if ((_rules.NotWith[a] >> b & 1) != 0 && one.Count > 0)
                {
                    AddMost([.. one, .. ofService[b].Select(c => (c, 1.0))], 1);
                }
            }
        }
    }

    private void AddMoney()
    {
        var (spent, allowed) = (new List<(int Column, double Factor)>(), 0L);
        for (var y = 0; y < _years && _rules.Budgets[y] < SpaceRules.NoBound / _years; y++)
        {
            if (!_rules.CarryOver)
            {
                (spent, allowed) = ([], 0);
            }

            spent.AddRange(Enumerable.Range(0, _rules.Columns.Count).Where(c => _rules.Columns[c].Year == y && _rules.Columns[c].Cost > 0)
                .Select(c => (c, (double)_rules.Columns[c].Cost)));
            spent.AddRange(Enumerable.Range(0, _rules.Spaces.Count).Where(s => _rules.Spaces[s].OpeningCost > 0)
                .Select(s => (Open(s, y), (double)_rules.Spaces[s].OpeningCost)));
            allowed += _rules.Budgets[y];
            AddMost([.. spent], allowed);
        }
    }

    private void AddNumbers()
    {
        if (_rules.MostSpaces < _rules.Spaces.Count)
        {
            AddMost([.. _opens.Select(o => (o, 1.0))], _rules.MostSpaces);
        }

        var canOpen = Enumerable.Range(0, _rules.Columns.Count).Where(_model.Columns.Choices.CanBeChosen).Select(c => _rules.Columns[c].Space).ToHashSet();
        foreach (var group in canOpen.Where(s => _rules.Spaces[s].Group >= 0).Order().GroupBy(s => _rules.Spaces[s].Group))
        {
            if (Math.Min(_rules.LeastPerGroup, group.Count()) is var least and > 0)
            {
                AddLeast([.. group.SelectMany(s => Opens(s, 1))], least);
            }
        }
    }

    private void AddMost(List<(int Column, double Factor)> terms, double most) => Linear.AddRow(terms, double.NegativeInfinity, most);

    private void AddLeast(List<(int Column, double Factor)> terms, double least) => Linear.AddRow(terms, least, double.PositiveInfinity);
}
