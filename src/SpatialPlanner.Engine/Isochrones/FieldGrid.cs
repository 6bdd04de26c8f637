using System.Numerics;

namespace SpatialPlanner.Engine.Isochrones;

/// <summary>
/// Where the vertices of a raster field lie: on multiples of the cell size, which is a power of two, so that every
/// vertex and every 64th part of a cell is a number without rounding.
/// </summary>
internal sealed class FieldGrid
{
    /// <summary>Vertices in a row of a block: one vector.</summary>
    public static readonly int BlockColumns = Vector<float>.Count;

    /// <summary>Rows of a block.</summary>
    public const int BlockRows = 8;

    private FieldGrid(double cellMetres, int column0, int row0, int columns, int rows)
    {
        (CellMetres, Column0, Row0) = (cellMetres, column0, row0);
        // Whole blocks, so that stamping needs no case for the end of a row.
        Columns = (columns + BlockColumns - 1) / BlockColumns * BlockColumns;
        Rows = (rows + BlockRows - 1) / BlockRows * BlockRows;
    }

    /// <summary>Distance between vertices, metres.</summary>
    public double CellMetres { get; }

    /// <summary>Local east of the first column, in cells.</summary>
    public int Column0 { get; }

    /// <summary>Local north of the first row, in cells.</summary>
    public int Row0 { get; }

    /// <summary>Vertices in a row.</summary>
    public int Columns { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of rows of blocks.</summary>
    public int RowsOfBlocks => Rows / BlockRows;

    /// <summary>Number of vertices.</summary>
    public int Count => Columns * Rows;

    /// <summary>Smallest and largest east and north of the vertices, metres.</summary>
    public (double MinX, double MinY, double MaxX, double MaxY) Box => (
        Column0 * CellMetres, Row0 * CellMetres, (Column0 + Columns - 1) * CellMetres, (Row0 + Rows - 1) * CellMetres);

    /// <summary>The finest grid around an extent that has no more than so many vertices, or the coarsest.</summary>
    /// <param name="extent">Smallest and largest east and north, metres.</param>
    /// <param name="marginMetres">Ground around it; one cell more is added.</param>
    /// <param name="finestMetres">Smallest cell, a power of two.</param>
    /// <param name="coarsestMetres">Largest cell, a power of two.</param>
    /// <param name="mostVertices">Largest number of vertices.</param>
    public static FieldGrid Around(
        (double MinX, double MinY, double MaxX, double MaxY) extent, double marginMetres, double finestMetres,
        double coarsestMetres, int mostVertices)
    {
        for (var cell = finestMetres; ; cell *= 2)
        {
            var (west, east) = ((int)Math.Floor((extent.MinX - marginMetres) / cell), (int)Math.Ceiling((extent.MaxX + marginMetres) / cell));
            var (south, north) = ((int)Math.Floor((extent.MinY - marginMetres) / cell), (int)Math.Ceiling((extent.MaxY + marginMetres) / cell));
            var (columns, rows) = (east - west + 3L, north - south + 3L);
            if (columns * rows <= mostVertices || cell >= coarsestMetres)
            {
                return new FieldGrid(cell, west - 1, south - 1, (int)columns, (int)rows);
            }
        }
    }
}
