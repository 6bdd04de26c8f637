namespace SpatialPlanner.Engine.Siting.Linear;

/// <summary>
/// A linear or mixed integer program, as programs for them take it: columns with bounds, rows with bounds, and a sum to be
/// made as small or as large as can be.
/// </summary>
/// <param name="isMaximum">True where the objective is to be large.</param>
public sealed class LinearProgram(bool isMaximum)
{
    private readonly List<LinearColumn> _columns = [];
    private readonly List<LinearRow> _rows = [];

    /// <summary>True where the objective is to be large.</summary>
    public bool IsMaximum { get; } = isMaximum;

    /// <summary>The columns.</summary>
    public IReadOnlyList<LinearColumn> Columns => _columns;

    /// <summary>The rows.</summary>
    public IReadOnlyList<LinearRow> Rows => _rows;

    /// <summary>Adds a column.</summary>
    /// <param name="objective">Its part in the objective.</param>
    /// <param name="lower">Least value.</param>
    /// <param name="upper">Largest value.</param>
    /// <param name="isWhole">True where it must be a whole number.</param>
    /// <returns>Its place.</returns>
    public int AddColumn(double objective, double lower = 0, double upper = double.PositiveInfinity, bool isWhole = false)
    {
        _columns.Add(new LinearColumn(objective, lower, upper, isWhole));
        return _columns.Count - 1;
    }

    /// <summary>Adds a row: a sum of columns that must lie between two bounds.</summary>
    /// <param name="terms">Columns, none twice, and their factors.</param>
    /// <param name="lower">Least value of the sum.</param>
    /// <param name="upper">Largest value of the sum.</param>
    public void AddRow(IReadOnlyList<(int Column, double Factor)> terms, double lower, double upper)
    {
        if (terms.Count > 0)
        {
            _rows.Add(new LinearRow(terms, lower, upper));
        }
    }
}
