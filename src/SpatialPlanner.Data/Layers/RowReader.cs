namespace SpatialPlanner.Data.Layers;

/// <summary>Reads the values of rows by column name, without a look-up a row.</summary>
/// <param name="schema">The layer.</param>
internal sealed class RowReader(LayerSchema schema)
{
    public Func<LayerRow, string?> Text(string column) => At(column, v => v as string);

    public Func<LayerRow, int> Count(string column) => At(column, v => v is long n ? (int)Math.Clamp(n, 0, int.MaxValue) : 0);

    public Func<LayerRow, double?> Real(string column) => At(column, v => v is double d ? d : v is long n ? (double?)n : null);

    public Func<LayerRow, long?> Whole(string column) => At(column, v => v is long n ? (long?)n : null);

    public Func<LayerRow, bool> Flag(string column) => At(column, v => v is true);

    private Func<LayerRow, T> At<T>(string column, Func<object?, T> read)
    {
        var i = schema.Require(column);
        return row => read(row.Values[i]);
    }
}
