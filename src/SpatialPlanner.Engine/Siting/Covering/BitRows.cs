namespace SpatialPlanner.Engine.Siting.Covering;

/// <summary>Sets as rows of bits, to ask quickly whether one lies in another.</summary>
internal sealed class BitRows
{
    private readonly int _words;
    private readonly ulong[] _bits;

    public BitRows(int[][] lists, int width)
    {
        _words = (width + 63) / 64;
        _bits = new ulong[(long)_words * lists.Length];
        for (var i = 0; i < lists.Length; i++)
        {
            foreach (var member in lists[i])
            {
                _bits[((long)i * _words) + (member >> 6)] |= 1UL << (member & 63);
            }
        }
    }

    /// <summary>True where every member of one set is in the other.</summary>
    public bool IsWithin(int inner, int outer)
    {
        var a = _bits.AsSpan(checked((int)((long)inner * _words)), _words);
        var b = _bits.AsSpan(checked((int)((long)outer * _words)), _words);
        for (var w = 0; w < a.Length; w++)
        {
            if ((a[w] & ~b[w]) != 0)
            {
                return false;
            }
        }

        return true;
    }
}
