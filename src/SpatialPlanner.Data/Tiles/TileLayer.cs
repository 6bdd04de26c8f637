using System.Collections.Concurrent;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Tiles;

/// <summary>
/// A layer as vector tiles (Mapbox Vector Tile Specification 2.1): every row that meets a tile, with all of its columns
/// but empty ones as attributes; the id of a feature is the number of its row, from 1.
/// </summary>
public sealed class TileLayer
{
    private const int Version = 2;
    private readonly PublishedLayer layer;
    private readonly List<byte[]> values = [];

    // Place of a row's value in the list, row by row and column by column; -1 for none.
    private readonly int[] valueOf;

    /// <summary>Prepares a layer; its rows must not change.</summary>
    /// <param name="layer">The layer.</param>
    public TileLayer(PublishedLayer layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        this.layer = layer;
        valueOf = new int[layer.Rows.Count * layer.Columns.Count];
        var known = new Dictionary<object, int>();
        var bytes = new TileBytes();
        for (var r = 0; r < layer.Rows.Count; r++)
        {
            for (var c = 0; c < layer.Columns.Count; c++)
            {
                valueOf[(r * layer.Columns.Count) + c] = Place(layer.Rows[r].Values[c], known, bytes);
            }
        }
    }

    /// <summary>The tile.</summary>
    /// <param name="tile">Which.</param>
    /// <param name="rows">Rows whose extents meet <see cref="TileAddress.LonLat"/>, rising.</param>
    /// <returns>The bytes; none where nothing is in the tile.</returns>
    public byte[] Encode(TileAddress tile, IReadOnlyList<int> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var shapes = new (int Kind, byte[] Commands)?[rows.Count];
        Parallel.ForEach(Partitioner.Create(0, Math.Max(1, rows.Count)), range =>
        {
            var shape = new TileShape(tile);
            for (var i = range.Item1; i < Math.Min(range.Item2, rows.Count); i++)
            {
                shapes[i] = layer.Rows[rows[i]].Geometry is { IsEmpty: false } geometry ? shape.Draw(geometry) : null;
            }
        });
        return Array.Exists(shapes, s => s is not null) ? Write(rows, shapes) : [];
    }

    private byte[] Write(IReadOnlyList<int> rows, (int Kind, byte[] Commands)?[] shapes)
    {
        var (content, feature, tags) = (new TileBytes(), new TileBytes(), new TileBytes());
        var (keys, used) = (new Numbering(layer.Columns.Count), new Numbering(values.Count));
        content.Text(1, layer.Name);
        for (var i = 0; i < rows.Count; i++)
        {
            if (shapes[i] is not { } shape)
            {
                continue;
            }

            tags.Clear();
            for (var c = 0; c < layer.Columns.Count; c++)
            {
                if (valueOf[(rows[i] * layer.Columns.Count) + c] is >= 0 and var value)
                {
                    tags.Varint((ulong)keys.Of(c));
                    tags.Varint((ulong)used.Of(value));
                }
            }

            feature.Clear();
            feature.Number(1, (ulong)rows[i] + 1);
            feature.Block(2, tags.Written);
            feature.Number(3, (ulong)shape.Kind);
            feature.Block(4, shape.Commands);
            content.Block(2, feature.Written);
        }

        foreach (var key in keys.InOrder)
        {
            content.Text(3, layer.Columns[key].Name);
        }

        foreach (var value in used.InOrder)
        {
            content.Block(4, values[value]);
        }

        content.Number(5, TileAddress.Extent);
        content.Number(15, Version);
        var whole = new TileBytes();
        whole.Block(3, content.Written);
        return whole.Written.ToArray();
    }

    private int Place(object? value, Dictionary<object, int> known, TileBytes bytes)
    {
        if (value is null or double.NaN or double.PositiveInfinity or double.NegativeInfinity)
        {
            return -1;
        }

        if (!known.TryGetValue(value, out var place))
        {
            bytes.Clear();
            switch (value)
            {
                case string text:
                    bytes.Text(1, text);
                    break;
                case double real:
                    bytes.Double(3, real);
                    break;
                case bool flag:
                    bytes.Number(7, flag ? 1UL : 0);
                    break;
                default:
                    bytes.Signed(6, Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                    break;
            }

            known[value] = place = values.Count;
            values.Add(bytes.Written.ToArray());
        }

        return place;
    }

    /// <summary>Numbers things in the order in which they are first met.</summary>
    private sealed class Numbering(int count)
    {
        private readonly int[] numbers = new int[count];

        public List<int> InOrder { get; } = [];

        public int Of(int thing)
        {
            if (numbers[thing] == 0)
            {
                InOrder.Add(thing);
                numbers[thing] = InOrder.Count;
            }

            return numbers[thing] - 1;
        }
    }
}
