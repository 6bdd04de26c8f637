using System.Buffers.Binary;
using System.Text;

namespace SpatialPlanner.Tests.Support;

/// <summary>A layer of a vector tile.</summary>
internal sealed record ReadTile(string Name, int Version, int Extent, List<TileFeature> Features);

/// <summary>A feature of a vector tile: its parts in units of the tile, rings without their closing point.</summary>
internal sealed record TileFeature(ulong Id, int Kind, List<List<(int X, int Y)>> Parts, Dictionary<string, object> Attributes);

/// <summary>A plain reader of the Mapbox Vector Tile Specification 2.1, written from its text to check the writer.</summary>
internal static class TileReader
{
    public static List<ReadTile> Read(byte[] tile) =>
        [.. Fields(tile).Where(f => f.Field == 3).Select(f => Layer(f.Block))];

    private static ReadTile Layer(byte[] bytes)
    {
        var fields = Fields(bytes).ToList();
        List<string> keys = [.. fields.Where(f => f.Field == 3).Select(f => Encoding.UTF8.GetString(f.Block))];
        List<object> values = [.. fields.Where(f => f.Field == 4).Select(f => Value(f.Block))];
        return new(
            Encoding.UTF8.GetString(fields.Single(f => f.Field == 1).Block), (int)fields.Single(f => f.Field == 15).Number,
            (int)fields.Single(f => f.Field == 5).Number, [.. fields.Where(f => f.Field == 2).Select(f => Feature(f.Block, keys, values))]);
    }

    private static TileFeature Feature(byte[] bytes, List<string> keys, List<object> values)
    {
        var fields = Fields(bytes).ToList();
        List<ulong> tags = [.. Varints(fields.Single(f => f.Field == 2).Block)];
        var attributes = tags.Chunk(2).ToDictionary(t => keys[(int)t[0]], t => values[(int)t[1]]);
        return new(fields.Single(f => f.Field == 1).Number, (int)fields.Single(f => f.Field == 3).Number, Parts([.. Varints(fields.Single(f => f.Field == 4).Block)]), attributes);
    }

    private static List<List<(int X, int Y)>> Parts(List<ulong> commands)
    {
        var (parts, x, y, at) = (new List<List<(int, int)>>(), 0, 0, 0);
        while (at < commands.Count)
        {
            var (command, count) = ((int)(commands[at] & 7), (int)(commands[at] >> 3));
            at++;
            for (var i = 0; i < count && command != 7; i++)
            {
                x += Signed(commands[at++]);
                y += Signed(commands[at++]);
                if (command == 1 && i == 0)
                {
                    parts.Add([]);
                }

                parts[^1].Add((x, y));
            }
        }

        return parts;
    }

    private static int Signed(ulong value) => (int)((long)(value >> 1) ^ -(long)(value & 1));

    private static object Value(byte[] bytes) => Fields(bytes).Single() switch
    {
        { Field: 1 } f => Encoding.UTF8.GetString(f.Block),
        { Field: 3 } f => BitConverter.Int64BitsToDouble((long)f.Number),
        { Field: 6 } f => (long)(f.Number >> 1) ^ -(long)(f.Number & 1),
        { Field: 7 } f => f.Number == 1,
        var f => throw new InvalidDataException($"value of field {f.Field}"),
    };

    private static IEnumerable<(int Field, ulong Number, byte[] Block)> Fields(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var tag = Varint(bytes, ref at);
            var (number, block) = (0UL, Array.Empty<byte>());
            switch (tag & 7)
            {
                case 0:
                    number = Varint(bytes, ref at);
                    break;
                case 1:
                    number = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at));
                    at += 8;
                    break;
                default:
                    var length = (int)Varint(bytes, ref at);
                    block = bytes[at..(at + length)];
                    at += length;
                    break;
            }

            yield return ((int)(tag >> 3), number, block);
        }
    }

    private static IEnumerable<ulong> Varints(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            yield return Varint(bytes, ref at);
        }
    }

    private static ulong Varint(byte[] bytes, ref int at)
    {
        for (var (value, shift) = (0UL, 0); ; shift += 7)
        {
            value |= (ulong)(bytes[at] & 0x7F) << shift;
            if (bytes[at++] < 0x80)
            {
                return value;
            }
        }
    }
}
