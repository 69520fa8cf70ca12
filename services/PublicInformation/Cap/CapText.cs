using Coordination.Platform;

namespace Coordination.PublicInformation.Cap;

/// <summary>Words, moments and the order of an element, with what is wrong with them.</summary>
internal static class CapText
{
    /// <summary>Never half of a sign.</summary>
    internal static string Clip(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>As said, without signs that turn the direction of reading, or that no store keeps.</summary>
    internal static string? Words(Markup element, string name, int most, string at, CapFindings findings)
    {
        if (element.Says(name) is not { } said) return null;
        if (said.Any(IsHidden))
        {
            findings.Add("hidden-characters", $"{at}/{name}");
            said = string.Concat(said.Where(c => !IsHidden(c)));
        }
        findings.AddIf(said.Length > most, "too-long", $"{at}/{name}");
        return said.Length == 0 ? null : Clip(said, most);
    }

    internal static DateTimeOffset? Moment(Markup element, string name, string at, CapFindings findings, WorkingCalendar calendar)
    {
        if (element.Says(name) is not { } said) return null;
        var (read, isStrict, isBare) = CapMoment.Read(said, calendar);
        findings.AddIf(read is null, "time-unreadable", $"{at}/{name}");
        findings.AddIf(read is not null && !isStrict, "time-form", $"{at}/{name}");
        findings.AddIf(isBare, "time-without-offset", $"{at}/{name}");
        return read;
    }

    internal static bool IsOrdered(Markup element, string[] order)
    {
        var last = 0;
        foreach (var child in element.Children)
        {
            var place = Array.IndexOf(order, child.Name);
            if (place < 0) continue;
            if (place < last) return false;
            last = place;
        }
        return true;
    }

    private static bool IsHidden(char c) => (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\uFFFE' or '\uFFFF';
}
