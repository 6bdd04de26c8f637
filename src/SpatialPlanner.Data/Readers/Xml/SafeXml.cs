using System.Text;
using System.Xml;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Xml;

/// <summary>XML of other people: no document type, nothing fetched from outside, bounded sizes.</summary>
internal static class SafeXml
{
    private const int LongestText = 1 << 20;

    /// <summary>Opens a reader over bytes, which it closes.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="mostBytes">Most bytes in all.</param>
    /// <param name="encoding">Encoding that overrules the declared one; null for the declared one.</param>
    public static XmlReader Open(Stream stream, long mostBytes, Encoding? encoding = null)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreWhitespace = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        };
        TextEncodings.Register();
        var guarded = new TagGuard(stream, mostBytes);
        return encoding is null
            ? XmlReader.Create(guarded, settings)
            : XmlReader.Create(new StreamReader(guarded, encoding), settings);
    }

    /// <summary>The text of the element that the reader stands on, without its children's tags; moves to its end tag.</summary>
    /// <param name="xml">On the start tag.</param>
    /// <param name="text">Takes the text; emptied first.</param>
    /// <param name="skip">Local name of child elements whose text is left out.</param>
    public static void ReadText(XmlReader xml, StringBuilder text, string? skip = null)
    {
        text.Clear();
        if (xml.IsEmptyElement)
        {
            return;
        }

        var (depth, chunk) = (xml.Depth, new char[1024]);
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == skip)
            {
                xml.Skip();
                continue;
            }

            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                for (int read; (read = xml.ReadValueChunk(chunk, 0, chunk.Length)) > 0;)
                {
                    text.Append(chunk, 0, read);
                    if (text.Length > LongestText)
                    {
                        throw new XmlException($"a text of more than {LongestText >> 20} million characters");
                    }
                }
            }

            if (!xml.Read())
            {
                return;
            }
        }
    }

    /// <summary>The refusal of a file whose XML is broken.</summary>
    /// <param name="file">File name.</param>
    /// <param name="part">The part of an archive; empty for the file itself.</param>
    /// <param name="e">What the reader said.</param>
    public static InputException Refuse(string file, string part, XmlException e)
    {
        var place = string.Join(", ", new[] { part, e.LineNumber > 0 ? $"line {e.LineNumber}" : string.Empty }.Where(p => p.Length > 0));
        if (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            return InputException.Fatal(
                file, place,
                new("XML 中有文档类型声明（DTD），可能被用来读取本机文件，不予读取", "the XML has a document type (DTD), which can be used to read other files, and is not read"),
                new("删除 <!DOCTYPE …> 一行后再导入", "delete the <!DOCTYPE …> line and import again"), e);
        }

        return e.Message.Contains("encoding", StringComparison.OrdinalIgnoreCase)
            ? InputException.Fatal(
                file, place, new("文本与声明的编码不符", "the text is not in the encoding that the file declares"),
                new("用 --encoding gbk 指定编码，或另存为 UTF-8", "give --encoding gbk, or save the file as UTF-8"), e)
            : InputException.Fatal(
                file, place.Length > 0 ? place : null,
                new LocalText("XML 有语法错误或不完整", $"the XML is broken or cut off: {Plain(e)}"),
                new LocalText("检查文件是否完整，重新导出", "check whether the file is complete, and export it again"), e);
    }

    private static string Plain(XmlException e)
    {
        var message = e.Message;
        var at = message.IndexOf(" Line ", StringComparison.Ordinal);
        message = (at > 0 ? message[..at] : message).TrimEnd('.');
        return message.Length > 160 ? message[..160] + "…" : message;
    }
}
