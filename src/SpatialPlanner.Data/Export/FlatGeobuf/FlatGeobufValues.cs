using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Export.FlatGeobuf;

/// <summary>The values of a row as FlatGeobuf packs them: the number of the column, then the value; a null is left out.</summary>
internal static class FlatGeobufValues
{
    private const byte Bool = 2, Long = 7, Double = 10, String = 11;

    /// <summary>Type of a column by the numbers of header.fbs.</summary>
    /// <param name="type">Type.</param>
    public static byte TypeOf(ColumnType type) => type switch
    {
        ColumnType.Text => String,
        ColumnType.Whole => Long,
        ColumnType.Real => Double,
        _ => Bool,
    };

    /// <summary>Packs the values of a row.</summary>
    /// <param name="columns">Number of columns.</param>
    /// <param name="values">Their values.</param>
    /// <param name="target">Where to write.</param>
    public static void Pack(int columns, object?[] values, ArrayBufferWriter<byte> target)
    {
        for (var i = 0; i < columns; i++)
        {
            if (values[i] is { } value)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(target.GetSpan(2), (ushort)i);
                target.Advance(2);
                Pack(value, target);
            }
        }
    }

    private static void Pack(object value, ArrayBufferWriter<byte> target)
    {
        switch (value)
        {
            case bool flag:
                target.GetSpan(1)[0] = flag ? (byte)1 : (byte)0;
                target.Advance(1);
                break;
            case long whole:
                BinaryPrimitives.WriteInt64LittleEndian(target.GetSpan(8), whole);
                target.Advance(8);
                break;
            case double real:
                BinaryPrimitives.WriteDoubleLittleEndian(target.GetSpan(8), real);
                target.Advance(8);
                break;
            default:
                var text = (string)value;
                var bytes = Encoding.UTF8.GetByteCount(text);
                BinaryPrimitives.WriteUInt32LittleEndian(target.GetSpan(4), (uint)bytes);
                target.Advance(4);
                Encoding.UTF8.GetBytes(text, target.GetSpan(bytes));
                target.Advance(bytes);
                break;
        }
    }
}
