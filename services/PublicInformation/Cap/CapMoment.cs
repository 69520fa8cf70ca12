using System.Globalization;
using Coordination.Platform;

namespace Coordination.PublicInformation.Cap;

/// <summary>Instants as alerts and feeds write them: CAP's own form, with <c>Z</c> or fractions, of RFC 822, and of one feed in Chinese.</summary>
internal static class CapMoment
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss zzz",
        "d MMM yyyy HH:mm:ss zzz", "d MMM yyyy HH:mm zzz", "yyyy/M/d tt h:mm zzz", "yyyy/M/d tt h:mm:ss zzz",
    ];
    private static readonly string[] Bare = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss", "d MMM yyyy HH:mm:ss"];

    private static readonly Dictionary<string, string> Zones = new(StringComparer.Ordinal)
    {
        ["Z"] = "+00:00", ["GMT"] = "+00:00", ["UTC"] = "+00:00", ["UT"] = "+00:00", ["EST"] = "-05:00", ["EDT"] = "-04:00", ["CST"] = "-06:00", ["CDT"] = "-05:00",
        ["MST"] = "-07:00", ["MDT"] = "-06:00", ["PST"] = "-08:00", ["PDT"] = "-07:00", ["AKST"] = "-09:00", ["AKDT"] = "-08:00", ["HST"] = "-10:00", ["CET"] = "+01:00", ["CEST"] = "+02:00",
    };

    /// <summary>
    /// Null where it names no moment of the years 1970 to 2199. Without an offset it is what the clocks of the jurisdiction showed. The second says that it has CAP's own form, the third that
    /// it names no offset.
    /// </summary>
    internal static (DateTimeOffset? At, bool IsStrict, bool IsBare) Read(string text, WorkingCalendar calendar)
    {
        var nothing = ((DateTimeOffset?)null, false, false);
        if (text.Length is < 10 or > 60) return nothing;
        var plain = Plain(text);
        if (DateTimeOffset.TryParseExact(plain, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var read))
            return IsKnown(read.UtcDateTime) ? (read.ToUniversalTime(), IsStrict(text), false) : nothing;
        return DateTime.TryParseExact(plain, Bare, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var shown) && IsKnown(shown)
            ? (calendar.At(DateOnly.FromDateTime(shown), TimeOnly.FromDateTime(shown)), false, true) : nothing;
    }

    private static bool IsKnown(DateTime at) => at.Year is >= 1970 and <= 2199;

    private static bool IsStrict(string text) =>
        text.Length == 25 && text[10] == 'T' && text[19] is '+' or '-' && !text.EndsWith("+00:00", StringComparison.Ordinal) && text[22] == ':';

    private static string Plain(string text)
    {
        if (text.Contains('午', StringComparison.Ordinal)) return text.Replace("上午", "AM", StringComparison.Ordinal).Replace("下午", "PM", StringComparison.Ordinal) + " +08:00";
        if (text.IndexOf(',', StringComparison.Ordinal) is >= 3 and <= 9 and var day) text = text[(day + 1)..].Trim();
        var zone = text.AsSpan().LastIndexOfAnyExceptInRange('A', 'Z') + 1;
        if (zone < text.Length && Zones.TryGetValue(text[zone..], out var offset)) text = text[..zone] + offset;
        // More digits of a second than there are ticks.
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) return text;
        var end = dot + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - dot > 8 ? string.Concat(text.AsSpan(0, dot + 8), text.AsSpan(end)) : text;
    }
}
