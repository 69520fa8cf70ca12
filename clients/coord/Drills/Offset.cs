using System.Globalization;
using System.Text;

namespace Coordination.CommandLine.Drills;

/// <summary>A moment of a drill, counted from its T0: <c>+0m</c>, <c>+1h30m</c>, <c>-10d</c>. Units d, h, m, s in this order.</summary>
internal static class Offset
{
    private const string Units = "dhms";

    internal static bool TryParse(string? text, out TimeSpan offset)
    {
        offset = default;
        if (text is not { Length: > 2 } || text[0] is not ('+' or '-')) return false;
        var (number, unit, total) = (-1L, -1, 0L);
        foreach (var c in text.AsSpan(1))
        {
            if (char.IsAsciiDigit(c))
            {
                number = (Math.Max(number, 0) * 10) + (c - '0');
                if (number > 1_000_000) return false;
                continue;
            }
            var next = Units.IndexOf(c);
            if (next <= unit || number < 0) return false;
            total += number * next switch { 0 => 86_400, 1 => 3_600, 2 => 60, _ => 1 };
            (number, unit) = (-1, next);
        }
        if (number >= 0) return false;
        offset = TimeSpan.FromSeconds(text[0] == '-' ? -total : total);
        return true;
    }

    internal static string Show(TimeSpan offset)
    {
        var text = new StringBuilder("T").Append(offset < TimeSpan.Zero ? '-' : '+');
        var left = offset.Duration();
        if (left.Days > 0) text.Append(CultureInfo.InvariantCulture, $"{left.Days}d ");
        text.Append(CultureInfo.InvariantCulture, $"{left.Hours:00}:{left.Minutes:00}");
        if (left.Seconds > 0) text.Append(CultureInfo.InvariantCulture, $":{left.Seconds:00}");
        return text.ToString();
    }
}
