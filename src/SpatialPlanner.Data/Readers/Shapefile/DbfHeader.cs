using System.Buffers.Binary;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Shapefile;

/// <summary>Header of a .dbf (dBASE III and IV, FoxPro).</summary>
internal sealed class DbfHeader
{
    private const int FixedBytes = 32, FieldBytes = 32, NameBytes = 11, MostFields = 2048;
    private const byte EndOfFields = 0x0D;

    private static readonly LocalText CopyAgain = new(
        "重新复制或导出；只要几何时可去掉 .dbf", "copy or export it again; leave the .dbf out to take the shapes alone");

    private DbfHeader(int bytes, int recordBytes, long records, byte languageDriver, IReadOnlyList<DbfField> fields) =>
        (Bytes, RecordBytes, Records, LanguageDriver, Fields) = (bytes, recordBytes, records, languageDriver, fields);

    /// <summary>Length of the header; the first record follows.</summary>
    public int Bytes { get; }

    /// <summary>Length of a record, with the mark of deletion at its start.</summary>
    public int RecordBytes { get; }

    /// <summary>Number of records, deleted ones included.</summary>
    public long Records { get; }

    /// <summary>Number of the code page; 0 where none is given.</summary>
    public byte LanguageDriver { get; }

    /// <summary>The fields.</summary>
    public IReadOnlyList<DbfField> Fields { get; }

    /// <summary>Reads the header.</summary>
    /// <param name="stream">The .dbf, at its start.</param>
    /// <param name="file">File name for messages.</param>
    /// <exception cref="InputException">It is no .dbf that can be read, or was cut off.</exception>
    public static DbfHeader Read(Stream stream, string file)
    {
        var head = new byte[FixedBytes];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
        {
            throw Damaged(file, "byte 0", ".dbf 文件头不完整", "the header of the .dbf is cut off");
        }

        if ((head[0] & 7) != 3 && head[0] is not (0x30 or 0x31 or 0x32 or 0xF5))
        {
            throw Damaged(file, "byte 0", $".dbf 的版本号 0x{head[0]:X2} 不可读", $"the .dbf has the version 0x{head[0]:X2}, which is not read here");
        }

        var records = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
        var bytes = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(8));
        var recordBytes = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(10));
        var rest = new byte[Math.Max(0, bytes - FixedBytes)];
        if (stream.ReadAtLeast(rest, rest.Length, throwOnEndOfStream: false) < rest.Length || recordBytes < 1 || bytes <= FixedBytes)
        {
            throw Damaged(file, "byte 8", ".dbf 文件头的长度不对", "the header of the .dbf has a wrong length");
        }

        var there = (stream.Length - bytes) / recordBytes;
        if (records > there)
        {
            throw Damaged(
                file, $"byte {stream.Length}",
                $".dbf 文件不完整：应有 {records} 条记录，只有 {there} 条", $"the .dbf is cut off: it should have {records} records and has {there}");
        }

        return new DbfHeader(bytes, recordBytes, records, head[29], FieldsOf(rest, recordBytes, file));
    }

    // A text may be longer than 255 bytes in dialects that put the high byte of its width where others have the decimals.
    private static List<DbfField> FieldsOf(byte[] bytes, int recordBytes, string file)
    {
        var wide = Layout(bytes, wideTexts: true);
        var fields = Sum(wide) + 1 == recordBytes ? wide : Layout(bytes, wideTexts: false);
        return Sum(fields) + 1 <= recordBytes && fields.Count <= MostFields
            ? fields
            : throw Damaged(
                file, "byte 10", $".dbf 的字段共 {Sum(fields)} 字节，记录只有 {recordBytes} 字节",
                $"the fields of the .dbf take {Sum(fields)} bytes, but a record has {recordBytes}");
    }

    private static int Sum(List<DbfField> fields) => fields.Sum(f => f.Width);

    private static List<DbfField> Layout(byte[] bytes, bool wideTexts)
    {
        var (fields, offset) = (new List<DbfField>(), 1);
        for (var at = 0; at + FieldBytes <= bytes.Length && bytes[at] != EndOfFields; at += FieldBytes)
        {
            var name = bytes.AsSpan(at, NameBytes);
            var end = name.IndexOf((byte)0);
            var (type, width, decimals) = (char.ToUpperInvariant((char)bytes[at + 11]), (int)bytes[at + 16], (int)bytes[at + 17]);
            if (type == 'C' && wideTexts)
            {
                (width, decimals) = (width + (256 * decimals), 0);
            }

            fields.Add(new DbfField(name[..(end < 0 ? NameBytes : end)].ToArray(), type, offset, width, decimals));
            offset += width;
        }

        return fields;
    }

    private static InputException Damaged(string file, string place, string zh, string en) =>
        InputException.Fatal(file, place, new(zh, en), CopyAgain);
}
