using System.Globalization;
using System.Text;
using Grpc.Core;

namespace Coordination.Rpc;

/// <summary>What gRPC says in headers and trailers, and how it writes it.</summary>
internal static class Headers
{
    internal const string ContentType = "application/grpc", Timeout = "grpc-timeout", GrpcStatus = "grpc-status", Message = "grpc-message";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    internal static bool IsGrpc(string? contentType) => contentType is not null && contentType.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase)
        && (contentType.Length == ContentType.Length || contentType[ContentType.Length] is '+' or ';');

    /// <summary>At most eight digits and a unit.</summary>
    internal static string WriteTimeout(TimeSpan left)
    {
        if (left <= TimeSpan.Zero) return "1n";
        var milliseconds = (long)Math.Ceiling(left.TotalMilliseconds);
        return milliseconds <= 99_999_999 ? $"{milliseconds}m" : $"{Math.Min(99_999_999, (milliseconds + 999) / 1000)}S";
    }

    /// <summary>None where it is malformed. One beyond what a timer can hold is shortened: nobody waits a month for an answer.</summary>
    internal static TimeSpan? ReadTimeout(string? text) => Parse(text) is { } read ? read < Longest ? read : Longest : null;

    private static TimeSpan? Parse(string? text)
    {
        if (text is not { Length: >= 2 and <= 9 } || !long.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return null;
        return text[^1] switch
        {
            'H' => TimeSpan.FromHours(value),
            'M' => TimeSpan.FromMinutes(value),
            'S' => TimeSpan.FromSeconds(value),
            'm' => TimeSpan.FromMilliseconds(value),
            'u' => TimeSpan.FromMicroseconds(value),
            'n' => TimeSpan.FromTicks(value / 100),
            _ => null,
        };
    }

    /// <summary>Words for a person, as percent-encoded UTF-8.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var b in Encoding.UTF8.GetBytes(text))
            if (b is >= 0x20 and <= 0x7E and not (byte)'%') escaped.Append((char)b);
            else escaped.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        return escaped.ToString();
    }

    internal static string Unescape(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var b))
            {
                bytes.Add(b);
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    internal static string Value(Metadata.Entry entry) => entry.IsBinary ? Convert.ToBase64String(entry.ValueBytes).TrimEnd('=') : entry.Value;

    /// <summary>Adds what was received; several values of a binary header may stand in one, between commas.</summary>
    internal static void AddTo(Metadata metadata, string name, string value)
    {
        if (!name.EndsWith(Metadata.BinaryHeaderSuffix, StringComparison.OrdinalIgnoreCase))
        {
            metadata.Add(name, value);
            return;
        }
        foreach (var part in value.Split(',', StringSplitOptions.TrimEntries))
        {
            var buffer = new byte[part.Length];
            if (Convert.TryFromBase64String(part.PadRight((part.Length + 3) / 4 * 4, '='), buffer, out var length)) metadata.Add(name, buffer[..length]);
        }
    }
}
