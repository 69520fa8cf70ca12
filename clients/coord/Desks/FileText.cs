using System.Text;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Desks;

/// <summary>What bytes of a file say. What cannot be read is refused, and never guessed.</summary>
internal static class FileText
{
    private const int Gb18030 = 54936;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>UTF-8; where that is not well-formed and the file is a table, GB18030, as office programs save it, which holds GBK and GB 2312.</summary>
    /// <exception cref="RegionException">It is neither.</exception>
    internal static (string Text, bool IsGb) Of(string file, ReadOnlySpan<byte> bytes, bool isTable)
    {
        if (bytes.StartsWith(Utf8Mark)) bytes = bytes[Utf8Mark.Length..];
        if (Decoded(Utf8, bytes) is { } text) return (text, false);
        if (!isTable) throw new RegionException(Language.Say($"{file} is not UTF-8, as JSON is: save it as UTF-8 and send it again."));
        var gb = CodePagesEncodingProvider.Instance.GetEncoding(Gb18030, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        return Decoded(gb, bytes) is { } table
            ? (table, true)
            : throw new RegionException(Language.Say($"{file} is neither UTF-8 nor GB18030: save it as UTF-8 and send it again."));
    }

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    private static string? Decoded(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
