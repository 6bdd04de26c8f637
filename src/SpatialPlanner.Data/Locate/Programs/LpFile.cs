using System.Globalization;
using SpatialPlanner.Engine.Siting.Linear;

namespace SpatialPlanner.Data.Locate.Programs;

/// <summary>
/// Writes a linear program in the LP format of CPLEX, which CBC, GLPK and HiGHS read. Always as a minimum: CBC tells the
/// value of a maximum with the wrong sign. Columns are x0, x1 … and all stand in the objective, in their order, as GLPK
/// numbers them as it meets them.
/// </summary>
internal static class LpFile
{
    private const int TermsOfALine = 8;

    /// <summary>Writes the program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="text">Where to.</param>
    public static void Write(LinearProgram program, TextWriter text)
    {
        text.WriteLine("Minimize");
        text.Write(" cost:");
        var sign = program.IsMaximum ? -1 : 1;
        Terms(text, program.Columns.Select((c, i) => (i, sign * c.Objective)));
        text.WriteLine("Subject To");
        for (var r = 0; r < program.Rows.Count; r++)
        {
            WriteRow(text, r, program.Rows[r]);
        }

        text.WriteLine("Bounds");
        for (var c = 0; c < program.Columns.Count; c++)
        {
            WriteBounds(text, c, program.Columns[c]);
        }

        text.WriteLine("General");
        for (var c = 0; c < program.Columns.Count; c++)
        {
            if (program.Columns[c].IsWhole)
            {
                text.WriteLine(" x" + c.ToString(CultureInfo.InvariantCulture));
            }
        }

        text.WriteLine("End");
    }

    private static void WriteRow(TextWriter text, int number, LinearRow row)
    {
        if (row.Lower == row.Upper)
        {
            WriteRow(text, $" e{number}:", row, $"= {Number(row.Lower)}");
            return;
        }

        if (!double.IsNegativeInfinity(row.Lower))
        {
            WriteRow(text, $" l{number}:", row, $">= {Number(row.Lower)}");
        }

        if (!double.IsPositiveInfinity(row.Upper))
        {
            WriteRow(text, $" u{number}:", row, $"<= {Number(row.Upper)}");
        }
    }

    private static void WriteRow(TextWriter text, string name, LinearRow row, string relation)
    {
        text.Write(name);
        Terms(text, row.Terms);
        text.WriteLine(" " + relation);
    }

    private static void WriteBounds(TextWriter text, int c, LinearColumn column)
    {
        var name = "x" + c.ToString(CultureInfo.InvariantCulture);
        if (column.Lower == column.Upper)
        {
            text.WriteLine($" {name} = {Number(column.Lower)}");
        }
        else if (double.IsPositiveInfinity(column.Upper))
        {
            text.WriteLine($" {name} >= {(double.IsNegativeInfinity(column.Lower) ? "-inf" : Number(column.Lower))}");
        }
        else
        {
            text.WriteLine($" {(double.IsNegativeInfinity(column.Lower) ? "-inf" : Number(column.Lower))} <= {name} <= {Number(column.Upper)}");
        }
    }

    private static void Terms(TextWriter text, IEnumerable<(int Column, double Factor)> terms)
    {
        var count = 0;
        foreach (var (column, factor) in terms)
        {
            if (count++ % TermsOfALine == 0 && count > 1)
            {
                text.WriteLine();
            }

            text.Write(factor < 0 ? " - " : " + ");
            text.Write(Number(Math.Abs(factor)));
            text.Write(" x");
            text.Write(column);
        }

        text.WriteLine();
    }

    private static string Number(double value) => value.ToString("0.###############", CultureInfo.InvariantCulture);
}
