using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SpatialPlanner.Fuzz;

/// <summary>Changes bytes of files as damage, carelessness and malice do.</summary>
internal sealed class Mutation(Random random)
{
    private const int LargestCase = 4 << 20;

    private static readonly byte[] Marks = "\"',;:[]{}()<>/\\\n\r\t |=&%#\0\u007F"u8.ToArray();
    private static readonly long[] Edges = [0, 1, -1, 127, 128, 255, 256, 32767, 65535, 65536, int.MaxValue, uint.MaxValue, int.MinValue, long.MaxValue, 1L << 40];

    private static readonly string[] Numbers =
    [
        "-1", "0", "1e308", "-1e308", "1e999", "NaN", "Infinity", "99999999999999999999", "0.0000000000000000000001", "1048577", "4294967295", "00", "1,5", "１２",
    ];

    private static readonly string[] Words =
    [
        "null", "true", "{", "[[[[[[[[", "]]]]", "\"\"", "<![CDATA[", "]]>", "<!--", "&amp;", "&#0;", "<!DOCTYPE x>", "SRID=4326;", "POINT EMPTY", "POLYGON((", "\u0000", "\uFEFF", "合计",
        "POINT (NaN 1)", "=1+1", "_x0000_", "°'\"E",
    ];

    /// <summary>A changed copy of a seed.</summary>
    /// <param name="seed">What to change.</param>
    /// <param name="other">Where parts may be taken from.</param>
    public Seed Of(Seed seed, Seed other)
    {
        var files = seed.Files.ToDictionary(f => f.Key, f => f.Value);
        var names = files.Keys.Order(StringComparer.Ordinal).ToArray();
        if (files.Count > 1 && random.Next(20) == 0)
        {
            // A companion is missing.
            files.Remove(names[random.Next(names.Length)]);
            return files.ContainsKey(seed.Main) ? seed with { Files = files } : seed;
        }

        var name = names[random.Next(names.Length)];
        var from = other.Files.Values.First();
        files[name] = Seed.IsZip(files[name]) && random.Next(4) > 0 ? InZip(files[name], from) : Changed(files[name], from);
        return seed with
        {
            Files = files,
        };
    }

    private byte[] Changed(byte[] bytes, byte[] other)
    {
        for (var times = 1 + random.Next(3); times > 0; times--)
        {
            bytes = bytes.Length == 0 ? [.. other.Take(100)] : Once([.. bytes], other);
        }

        return bytes.Length > LargestCase ? bytes[..LargestCase] : bytes;
    }

    private byte[] Once(byte[] bytes, byte[] other)
    {
        var at = random.Next(bytes.Length);
        var length = Math.Min(bytes.Length - at, 1 + random.Next(random.Next(3) == 0 ? 4096 : 32));
        switch (random.Next(12))
        {
            case 0 or 1:
                for (var flips = 1 + random.Next(8); flips > 0; flips--)
                {
                    bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                }

                return bytes;
            case 2:
                return bytes[..at];
            case 3:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 4:
                return [.. bytes[..at], .. bytes.AsSpan(random.Next(bytes.Length - length + 1), length), .. bytes[at..]];
            case 5:
                var start = random.Next(Math.Max(1, other.Length));
                return [.. bytes[..at], .. other.AsSpan(start, Math.Min(other.Length - start, length)), .. bytes[at..]];
            case 6:
                bytes.AsSpan(at, length).Fill(random.Next(4) switch { 0 => 0, 1 => 0xFF, 2 => 0x20, _ => (byte)random.Next(256) });
                return bytes;
            case 7:
                bytes[at] = Marks[random.Next(Marks.Length)];
                return bytes;
            case 8:
                return Number(bytes, at);
            case 9:
                return Field(bytes, at);
            case 10:
                return [.. bytes[..at], .. Encoding.UTF8.GetBytes(Words[random.Next(Words.Length)]), .. bytes[at..]];
            default:
                var times = 1 << random.Next(14);
                return (long)times * length > LargestCase ? bytes : [.. bytes[..at], .. Enumerable.Repeat(bytes[at..(at + length)], times).SelectMany(b => b), .. bytes[at..]];
        }
    }

    // The next run of digits becomes another number.
    private byte[] Number(byte[] bytes, int at)
    {
        var from = Array.FindIndex(bytes, at, b => char.IsAsciiDigit((char)b));
        if (from < 0)
        {
            return bytes;
        }

        var to = Array.FindIndex(bytes, from, b => !char.IsAsciiDigit((char)b));
        return [.. bytes[..from], .. Encoding.UTF8.GetBytes(Numbers[random.Next(Numbers.Length)]), .. to < 0 ? [] : bytes[to..]];
    }

    // A length or count: two, four or eight bytes of either order.
    private byte[] Field(byte[] bytes, int at)
    {
        var value = Edges[random.Next(Edges.Length)];
        var size = 2 << random.Next(3);
        var number = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(number, value);
        var part = number[..size];
        if (random.Next(2) == 0)
        {
            Array.Reverse(part);
        }

        // Fields stand at even places.
        at &= ~1;
        part.AsSpan(0, Math.Min(size, bytes.Length - at)).CopyTo(bytes.AsSpan(at));
        return bytes;
    }

    private byte[] InZip(byte[] bytes, byte[] other)
    {
        var packed = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(bytes)))
        using (var to = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            var changed = random.Next(from.Entries.Count);
            for (var i = 0; i < from.Entries.Count; i++)
            {
                using var content = new MemoryStream();
                using (var stream = from.Entries[i].Open())
                {
                    stream.CopyTo(content);
                }

                using var entry = to.CreateEntry(from.Entries[i].FullName, CompressionLevel.Fastest).Open();
                entry.Write(i == changed ? Changed(content.ToArray(), other) : content.ToArray());
            }
        }

        return packed.ToArray();
    }
}
