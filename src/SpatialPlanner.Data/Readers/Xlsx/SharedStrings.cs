using System.Text;
using System.Xml;
using SpatialPlanner.Data.Readers.Xml;

namespace SpatialPlanner.Data.Readers.Xlsx;

/// <summary>
/// The texts that cells of a workbook share, kept as UTF-8 in large blocks: a string each would take three times the
/// memory.
/// </summary>
internal sealed class SharedStrings
{
    private const int BlockBytes = 1 << 20;
    private const long MostBytes = 256L << 20;
    private const int MostTexts = 20_000_000;

    private readonly List<byte[]> _blocks = [];
    private readonly List<(int Block, int Start, int Length)> _texts = [];
    private int _used = BlockBytes;
    private long _total;

    /// <summary>Number of texts.</summary>
    public int Count => _texts.Count;

    /// <summary>A text by its number; null where there is none.</summary>
    public string? At(long index) => index < 0 || index >= _texts.Count ? null : Text(_texts[(int)index]);

    /// <summary>Reads the part of the shared texts.</summary>
    public static SharedStrings Read(XmlReader xml)
    {
        var (strings, text) = (new SharedStrings(), new StringBuilder());
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                // Phonetic marks of Japanese names are no part of the text.
                SafeXml.ReadText(xml, text, skip: "rPh");
                strings.Add(CellText.Plain(text.ToString()));
            }
        }

        return strings;
    }

    private void Add(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        _total += length;
        if (_total > MostBytes || _texts.Count >= MostTexts)
        {
            throw new XmlException($"more than {MostBytes >> 20} MB of texts");
        }

        if (_used + length > BlockBytes)
        {
            _blocks.Add(new byte[Math.Max(BlockBytes, length)]);
            _used = 0;
        }

        Encoding.UTF8.GetBytes(text, _blocks[^1].AsSpan(_used));
        _texts.Add((_blocks.Count - 1, _used, length));
        _used += length;
    }

    private string Text((int Block, int Start, int Length) at) => Encoding.UTF8.GetString(_blocks[at.Block], at.Start, at.Length);
}
