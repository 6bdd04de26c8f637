using System.Buffers.Binary;
using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Export.FlatGeobuf;

/// <summary>
/// The packed Hilbert R-tree of FlatGeobuf: the boxes of the features in the order of the file, then level by level the
/// boxes of sixteen neighbours, stored from the root down. 40 bytes a feature, and a fifteenth more.
/// </summary>
internal sealed class PackedTree
{
    /// <summary>Children of a node: the number that all writers of the format take.</summary>
    public const ushort NodeSize = 16;

    private const int NodeBytes = 40;
    private readonly Node[] _nodes;
    private readonly List<(int Start, int End)> _levels = [];

    /// <summary>Builds the tree.</summary>
    /// <param name="boxes">Box of each feature and where the feature begins, bytes; at least one.</param>
    public PackedTree(IReadOnlyList<(Envelope Box, long Offset)> boxes)
    {
        List<int> counts = [boxes.Count];
        do
        {
            counts.Add((counts[^1] + NodeSize - 1) / NodeSize);
        }
        while (counts[^1] > 1);

        _nodes = new Node[counts.Sum()];
        var end = _nodes.Length;
        foreach (var count in counts)
        {
            _levels.Add((end - count, end));
            end -= count;
        }

        for (var i = 0; i < boxes.Count; i++)
        {
            _nodes[_levels[0].Start + i] = Node.Of(boxes[i].Box, boxes[i].Offset);
        }

        for (var level = 1; level < _levels.Count; level++)
        {
            Join(_levels[level - 1], _levels[level]);
        }
    }

    /// <summary>Writes the nodes.</summary>
    /// <param name="target">Where to write.</param>
    public void Write(Stream target)
    {
        Span<byte> bytes = stackalloc byte[NodeBytes];
        foreach (var node in _nodes)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, node.MinX);
            BinaryPrimitives.WriteDoubleLittleEndian(bytes[8..], node.MinY);
            BinaryPrimitives.WriteDoubleLittleEndian(bytes[16..], node.MaxX);
            BinaryPrimitives.WriteDoubleLittleEndian(bytes[24..], node.MaxY);
            BinaryPrimitives.WriteInt64LittleEndian(bytes[32..], node.Offset);
            target.Write(bytes);
        }
    }

    // A leaf tells where its feature begins; an inner node which is its first child.
    private void Join((int Start, int End) children, (int Start, int End) parents)
    {
        for (var (parent, first) = (parents.Start, children.Start); first < children.End; parent++, first += NodeSize)
        {
            var joined = _nodes[first] with { Offset = first };
            for (var child = first + 1; child < Math.Min(first + NodeSize, children.End); child++)
            {
                joined = joined.With(_nodes[child]);
            }

            _nodes[parent] = joined;
        }
    }

    private readonly record struct Node(double MinX, double MinY, double MaxX, double MaxY, long Offset)
    {
        // A feature without geometry has a box that no other meets.
        public static Node Of(Envelope box, long offset) => box.IsNull
            ? new(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity, offset)
            : new(box.MinX, box.MinY, box.MaxX, box.MaxY, offset);

        public Node With(Node other) => new(
            Math.Min(MinX, other.MinX), Math.Min(MinY, other.MinY), Math.Max(MaxX, other.MaxX), Math.Max(MaxY, other.MaxY), Offset);
    }
}
