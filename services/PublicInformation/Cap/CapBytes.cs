using System.Text;
using System.Xml;
using Coordination.Platform;

namespace Coordination.PublicInformation.Cap;

/// <summary>Opens the bytes of a document in the encoding that they are in, which is not always the one that they name.</summary>
internal static class CapBytes
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>A reader that looks nowhere but into the bytes; the second says that the declared encoding was not theirs.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="keepsAll">With comments and instructions, which a signature may be over.</param>
    internal static (XmlReader Reader, bool IsMisnamed) Open(ReadOnlyMemory<byte> bytes, bool keepsAll = false)
    {
        // GB 2312, GBK and the windows pages are read too; registering again changes nothing.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var skipped = bytes.Span.IndexOfAnyExcept(" \t\r\n"u8);
        if (skipped > 0) bytes = bytes[skipped..];
        return Actual(bytes.Span) is { } encoding
            ? (XmlReader.Create(new StringReader(encoding.GetString(bytes.Span)), Markup.Settings(CapMarkup.MostCharacters, keepsAll)), true)
            : (XmlReader.Create(new MemoryStream(bytes.ToArray(), writable: false), Markup.Settings(CapMarkup.MostCharacters, keepsAll)), false);
    }

    /// <summary>Null where what the bytes declare can be right.</summary>
    private static Encoding? Actual(ReadOnlySpan<byte> bytes)
    {
        // A mark of byte order, or a zero beside the first sign, says it better than any declaration.
        if (bytes.Length < 4 || bytes[0] != '<' || bytes[1] == 0) return null;
        var isUtf8 = System.Text.Unicode.Utf8.IsValid(bytes);
        var named = Declared(bytes);
        if (named is null or "utf-8" or "utf8" or "us-ascii") return isUtf8 ? null : Encoding.GetEncoding(1252);
        if (named.StartsWith("utf-16", StringComparison.Ordinal) || named.StartsWith("utf-32", StringComparison.Ordinal) || named.StartsWith("ucs", StringComparison.Ordinal) || named.Contains("10646", StringComparison.Ordinal) || !IsKnown(named))
            return isUtf8 ? Strict : Encoding.GetEncoding(1252);
        return null;
    }

    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 200)]);
        if (!head.StartsWith("<?xml", StringComparison.Ordinal) || head.IndexOf("?>", StringComparison.Ordinal) is not (> 0 and var end)) return null;
        return head[..end].Split("encoding", 2) is [_, var rest] && rest.Split('"', '\'') is [_, var name, ..] ? name.Trim().ToLowerInvariant() : null;
    }

    private static bool IsKnown(string name)
    {
        try
        {
            return Encoding.GetEncoding(name).CodePage != 65000;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
