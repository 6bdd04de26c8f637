using System.Text;
using System.Xml;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Data.Readers.Xml;

namespace SpatialPlanner.Data.Readers.Kml;

/// <summary>A KML text, walked element by element.</summary>
/// <param name="file">File name for messages.</param>
/// <param name="open">Opens the bytes.</param>
/// <param name="encoding">Encoding that the user gives; null for the declared one.</param>
/// <param name="limits">Most that is read.</param>
internal sealed class KmlDocument(string file, Func<Stream> open, string? encoding, SourceLimits limits)
{
    private readonly StringBuilder _text = new();

    /// <summary>Called for a feature; must leave the reader on it or at its end. False ends the walk.</summary>
    public delegate bool OnFeature(XmlReader xml, Folders folders);

    /// <summary>Encoding of the text, once it was read.</summary>
    public SourceEncoding Encoding { get; private set; } = encoding is null
        ? SourceEncoding.Utf8
        : new SourceEncoding(encoding, EncodingOrigin.User);

    /// <summary>Walks over the features.</summary>
    /// <exception cref="InputException">The XML is broken, or no KML.</exception>
    public void Walk(OnFeature onFeature)
    {
        try
        {
            using var xml = SafeXml.Open(open(), limits.UnpackedBytes, encoding is null ? null : TextEncodings.Find(encoding, file));
            Walk(xml, onFeature);
        }
        catch (XmlException e)
        {
            throw SafeXml.Refuse(file, string.Empty, e);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw InputException.Fatal(
                file, null, new("压缩数据已损坏或不完整", "the packed data is damaged or cut off"),
                new("重新导出或下载", "export or download it again"), e);
        }
        catch (DecoderFallbackException e)
        {
            throw InputException.Fatal(
                file, null, new($"文本不是有效的 {encoding}", $"the text is not valid {encoding}"),
                new("用 --encoding 指定编码：utf-8、gbk、big5", "give its encoding: --encoding utf-8, gbk or big5"), e);
        }
    }

    private void Walk(XmlReader xml, OnFeature onFeature)
    {
        var folders = new Folders();
        var more = true;
        while (more && xml.Read())
        {
            folders.Leave(xml.Depth);
            if (xml.NodeType == XmlNodeType.XmlDeclaration)
            {
                Declared(xml.GetAttribute("encoding"));
            }

            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.Depth == 0 && xml.LocalName is not ("kml" or "Document" or "Folder" or "Placemark"))
            {
                throw InputException.Fatal(
                    file, "line 1", new($"根元素是 {xml.LocalName}，不是 KML", $"the root element is {xml.LocalName}: this is no KML"),
                    new("检查文件", "check the file"));
            }

            switch (xml.LocalName)
            {
                case "Folder" or "Document":
                    folders.Enter(xml.Depth, isFolder: xml.LocalName == "Folder");
                    break;
                case "name" when folders.IsChild(xml.Depth):
                    SafeXml.ReadText(xml, _text);
                    folders.Name(_text.ToString().Trim());
                    break;
                case "Placemark" or "NetworkLink" or "GroundOverlay" or "ScreenOverlay" or "PhotoOverlay":
                    more = onFeature(xml, folders);
                    break;
            }
        }
    }

    private void Declared(string? name)
    {
        if (name is not null && encoding is null)
        {
            Encoding = new SourceEncoding(name.ToLowerInvariant(), EncodingOrigin.Declared, "XML");
        }
    }
}
