using Google.Protobuf;
using SpatialPlanner.Data.Readers.Osm.Store;

namespace SpatialPlanner.Data.Readers.Osm.Formats;

/// <summary>
/// The objects of one data block. Granularity and offsets stand behind the objects in many files, so that the block is
/// passed over once for them and then read.
/// </summary>
internal sealed class PbfPrimitiveBlock
{
    private readonly byte[] _buffer;
    private readonly List<ArraySegment<byte>> _groups = [];
    private readonly List<int> _keys = [];
    private readonly List<int> _values = [];
    private readonly List<long> _ids = [];
    private readonly List<long> _lats = [];
    private readonly List<long> _lons = [];
    private long _granularity = 100;
    private long _latOffset;
    private long _lonOffset;

    private PbfPrimitiveBlock(byte[] buffer) => _buffer = buffer;

    /// <summary>Texts of the block, as UTF-8: most are never needed.</summary>
    public List<ArraySegment<byte>> Texts { get; } = [];

    /// <summary>The objects; texts are indices into <see cref="Texts"/>.</summary>
    public OsmColumns Columns { get; } = new();

    /// <summary>Reads a block.</summary>
    public static PbfPrimitiveBlock Decode(ArraySegment<byte> message)
    {
        var block = new PbfPrimitiveBlock(message.Array!);
        block.ReadOutline(PbfFields.Open(message));
        block._groups.ForEach(g => block.ReadGroup(PbfFields.Open(g)));
        return block;
    }

    private void ReadOutline(CodedInputStream input)
    {
        while (input.ReadTag() is var tag and not 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1: ReadTexts(PbfFields.Open(PbfFields.Bytes(input, tag, _buffer))); break;
                case 2: _groups.Add(PbfFields.Bytes(input, tag, _buffer)); break;
                case 17: _granularity = input.ReadInt32(); break;
                case 19: _latOffset = input.ReadInt64(); break;
                case 20: _lonOffset = input.ReadInt64(); break;
                default: input.SkipLastField(); break;
            }
        }
    }

    private void ReadTexts(CodedInputStream input)
    {
        while (input.ReadTag() is var tag and not 0)
        {
            if (WireFormat.GetTagFieldNumber(tag) == 1)
            {
                Texts.Add(PbfFields.Bytes(input, tag, _buffer));
            }
            else
            {
                input.SkipLastField();
            }
        }
    }

    private void ReadGroup(CodedInputStream input)
    {
        while (input.ReadTag() is var tag and not 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1: ReadNode(input, PbfFields.MessageEnd(input, tag)); break;
                case 2: ReadDenseNodes(input, PbfFields.MessageEnd(input, tag)); break;
                case 3: ReadWay(input, PbfFields.MessageEnd(input, tag)); break;
                case 4: ReadRelation(input, PbfFields.MessageEnd(input, tag)); break;
                default: input.SkipLastField(); break;
            }
        }
    }

    private void ReadNode(CodedInputStream input, long end)
    {
        var (id, lat, lon) = (0L, 0L, 0L);
        ClearTags();
        while (input.Position < end)
        {
            var tag = input.ReadTag();
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1: id = input.ReadSInt64(); break;
                case 8: lat = input.ReadSInt64(); break;
                case 9: lon = input.ReadSInt64(); break;
                default: ReadTagField(input, tag); break;
            }
        }

        PbfFields.RequireAt(input, end);
        EndTags(Columns.NodeTags);
        Columns.EndNode(id, ToE7(lon, _lonOffset, 180), ToE7(lat, _latOffset, 90));
    }

    private void ReadDenseNodes(CodedInputStream input, long end)
    {
        ClearTags();
        _ids.Clear();
        _lats.Clear();
        _lons.Clear();
        while (input.Position < end)
        {
            var tag = input.ReadTag();
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1: PbfFields.Numbers(input, tag, _ids, static i => i.ReadSInt64()); break;
                case 8: PbfFields.Numbers(input, tag, _lats, static i => i.ReadSInt64()); break;
                case 9: PbfFields.Numbers(input, tag, _lons, static i => i.ReadSInt64()); break;
                case 10: PbfFields.Numbers(input, tag, _keys, static i => i.ReadInt32()); break;
                default: input.SkipLastField(); break;
            }
        }

        PbfFields.RequireAt(input, end);
        Require(_ids.Count == _lats.Count
            && _ids.Count == _lons.Count, "Dense nodes have columns of different lengths.");
        var (id, lat, lon, at) = (0L, 0L, 0L, 0);
        for (var i = 0; i < _ids.Count; i++)
        {
            (id, lat, lon) = checked((id + _ids[i], lat + _lats[i], lon + _lons[i]));
            at = AddDenseTags(at);
            Columns.EndNode(id, ToE7(lon, _lonOffset, 180), ToE7(lat, _latOffset, 90));
        }
    }

    // Key, value, key, value, 0 for each node; the column is empty where no node of the block has tags.
    private int AddDenseTags(int at)
    {
        while (at < _keys.Count && _keys[at] != 0)
        {
            Require(at + 1 < _keys.Count, "Dense tags end with a key.");
            Columns.NodeTags.Add(Text(_keys[at]), Text(_keys[at + 1]));
            at += 2;
        }

        return at + 1;
    }

    private void ReadWay(CodedInputStream input, long end)
    {
        var id = 0L;
        ClearTags();
        _ids.Clear();
        while (input.Position < end)
        {
            var tag = input.ReadTag();
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1: id = input.ReadInt64(); break;
                case 8: PbfFields.Numbers(input, tag, _ids, static i => i.ReadSInt64()); break;
                default: ReadTagField(input, tag); break;
            }
        }

        PbfFields.RequireAt(input, end);
        var node = 0L;
        foreach (var delta in _ids)
        {
            node = checked(node + delta);
            Columns.Refs.Add(node);
        }

        EndTags(Columns.WayTags);
        Columns.EndWay(id);
    }

    private void ReadRelation(CodedInputStream input, long end)
    {
        var id = 0L;
        ClearTags();
        var (roles, kinds) = (new List<int>(), new List<int>());
        _ids.Clear();
        while (input.Position < end)
        {
            var tag = input.ReadTag();
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1: id = input.ReadInt64(); break;
                case 8: PbfFields.Numbers(input, tag, roles, static i => i.ReadInt32()); break;
                case 9: PbfFields.Numbers(input, tag, _ids, static i => i.ReadSInt64()); break;
                case 10: PbfFields.Numbers(input, tag, kinds, static i => i.ReadEnum()); break;
                default: ReadTagField(input, tag); break;
            }
        }

        PbfFields.RequireAt(input, end);
        Require(
            roles.Count == _ids.Count
                && kinds.Count == _ids.Count, "A relation has member columns of different lengths.");
        var member = 0L;
        for (var i = 0; i < _ids.Count; i++)
        {
            member = checked(member + _ids[i]);
            Require(kinds[i] is >= 0 and <= 2, "A relation member is neither node, way nor relation.");
            Columns.Members.Add(new OsmMember((OsmKind)kinds[i], member, Text(roles[i])));
        }

        EndTags(Columns.RelationTags);
        Columns.EndRelation(id);
    }

    private void ReadTagField(CodedInputStream input, uint tag)
    {
        switch (WireFormat.GetTagFieldNumber(tag))
        {
            case 2: PbfFields.Numbers(input, tag, _keys, static i => i.ReadInt32()); break;
            case 3: PbfFields.Numbers(input, tag, _values, static i => i.ReadInt32()); break;
            default: input.SkipLastField(); break;
        }
    }

    private void ClearTags()
    {
        _keys.Clear();
        _values.Clear();
    }

    private void EndTags(TagColumn column)
    {
        Require(_keys.Count == _values.Count, "An object has more tag keys than values or fewer.");
        for (var i = 0; i < _keys.Count; i++)
        {
            column.Add(Text(_keys[i]), Text(_values[i]));
        }
    }

    private int Text(int index)
    {
        Require(index >= 0 && index < Texts.Count, "A tag or role points outside the block's text table.");
        return index;
    }

    private int ToE7(long units, long offset, int limitDegrees)
    {
        // Units of `granularity` nanodegrees; 100 nanodegrees are 1e-7 degrees.
        var nano = checked(offset + (_granularity * units));
        return nano <= limitDegrees * 1_000_000_000L && nano >= -limitDegrees * 1_000_000_000L
            ? (int)((nano + (nano < 0 ? -50 : 50)) / 100)
            : OsmColumns.OutsideWorld;
    }

    private static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidDataException(what);
        }
    }
}
