using System.Text;
using Google.Protobuf;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Osm.Store;

namespace SpatialPlanner.Data.Readers.Osm.Formats;

/// <summary>Reads a PBF file. Blocks are decoded on all cores and taken in file order.</summary>
internal static class PbfReader
{
    /// <summary>Entries of all columns together; guards memory against files made to unpack without end.</summary>
    public const long MaxEntries = 250_000_000;

    private static readonly string[] Supported = ["OsmSchema-V0.6", "DenseNodes"];

    /// <summary>Reads the file into columns.</summary>
    public static void Read(
        string path, OsmColumns columns, StringPool pool, OsmProblems problems, IProgress<Progress>? progress,
        CancellationToken ct)
    {
        using var stream = File.OpenRead(path);
        var blobs = new PbfBlobReader(stream, path);
        var sawHeader = false;
        var batch = new List<PbfBlob>();
        PbfBlob? blob;
        do
        {
            ct.ThrowIfCancellationRequested();
            blob = blobs.Next();
            sawHeader |= blob is { Type: "OSMHeader" } && CheckHeader(blob, path);
            if (blob is { Type: "OSMData" })
            {
                batch.Add(blob);
            }

            if (batch.Count > 0 && (blob is null || batch.Count == 2 * Environment.ProcessorCount))
            {
                Append(batch, path, columns, pool, ct);
                batch.Clear();
                progress?.Report(new Progress("reading OpenStreetMap", stream.Position, stream.Length));
            }
        }
        while (blob is not null);
        if (!sawHeader)
        {
            problems.Add(
                ProblemSeverity.Warning, "byte 0",
                new("缺少 OSMHeader 文件头，按普通 OsmSchema-V0.6 数据读取",
                    "there is no OSMHeader block; read as plain OsmSchema-V0.6 data"),
                new("如结果不对，请用 osmium cat 重新写出文件", "if the result looks wrong, write the file anew with osmium cat"));
        }
    }

    private static bool CheckHeader(PbfBlob blob, string file)
    {
        try
        {
            var input = PbfFields.Open(PbfPayload.Unpack(blob, file));
            while (input.ReadTag() is var tag and not 0)
            {
                if (WireFormat.GetTagFieldNumber(tag) != 4)
                {
                    input.SkipLastField();
                }
                else if (input.ReadString() is var feature && !Supported.Contains(feature))
                {
                    throw OsmErrors.UnknownFeature(file, blob.Offset, feature);
                }
            }
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw Damaged(file, blob, e);
        }

        return true;
    }

    private static void Append(
        List<PbfBlob> batch, string file, OsmColumns columns, StringPool pool, CancellationToken ct)
    {
        var blocks = new PbfPrimitiveBlock?[batch.Count];
        var failures = new InputException?[batch.Count];
        Parallel.For(0, batch.Count, new ParallelOptions { CancellationToken = ct }, i =>
        {
            try
            {
                blocks[i] = PbfPrimitiveBlock.Decode(PbfPayload.Unpack(batch[i], file));
            }
            catch (InputException e)
            {
                failures[i] = e;
            }
            catch (Exception e) when (IsDamage(e))
            {
                failures[i] = Damaged(file, batch[i], e);
            }
        });
        for (var i = 0; i < blocks.Length; i++)
        {
            if (failures[i] is { } failure)
            {
                throw failure;
            }

            columns.Append(blocks[i]!.Columns, Renumber(blocks[i]!.Texts, pool));
            if (columns.EntryCount > MaxEntries)
            {
                throw OsmErrors.TooLarge(file, MaxEntries);
            }
        }
    }

    private static Func<int, int> Renumber(List<ArraySegment<byte>> texts, StringPool pool)
    {
        var numbers = new int[texts.Count];
        Array.Fill(numbers, -1);
        return text =>
            numbers[text] >= 0 ? numbers[text] : numbers[text] = pool.Add(Encoding.UTF8.GetString(texts[text]));
    }

    private static bool IsDamage(Exception e) =>
        e is InvalidProtocolBufferException or InvalidDataException or OverflowException or EndOfStreamException
            or ArgumentOutOfRangeException or InvalidOperationException; // the last for a tag where there is no field

    private static InputException Damaged(string file, PbfBlob blob, Exception e) =>
        OsmErrors.NotPbf(
            file, blob.Offset, $"从此处开始的数据块已损坏（{e.Message}）", $"the block that begins here is damaged ({e.Message})", e);
}
