using System.Text.RegularExpressions;
using Coordination.Platform;

namespace Coordination.Command.Periods;

/// <summary>Telephone numbers are somebody's: no text of a plan holds one, and no channel is one.</summary>
internal static partial class TelephoneNumber
{
    private const int Digits = 8;

    public static Refusal Refuse(string at) => Refusal.Invalid(
        at, "telephone-number", "Eight digits in a row read as a telephone number, which is somebody's: leave it out, or put a comma between numbers.");

    /// <summary>Eight digits in a row, whatever spaces, points, hyphens and brackets stand between them. A frequency, degrees, a time from and to, and a date are none.</summary>
    public static bool IsIn(string? text)
    {
        var row = 0;
        foreach (var c in Others().Replace(text ?? "", ","))
        {
            if (char.IsDigit(c)) row++;
            else if (c is not (' ' or '-' or '.' or '(' or ')' or '+' or (>= '\u2010' and <= '\u2015'))) row = 0;
            if (row >= Digits) return true;
        }
        return false;
    }

    /// <summary>Dates as 2026-07-28, times as 0600-1800, with a date before them or not, frequencies as 351.525, and degrees as 126.567890: where no further digits are joined to them.</summary>
    [GeneratedRegex("""
        (?<!\d[-.\u2010-\u2015]?)(?:
          (?<!\d[ ])(?:(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[ ])?(?:[01]\d|2[0-3])[0-5]\d[ ]?[-\u2010-\u2015][ ]?(?:[01]\d|2[0-4])[0-5]\d(?![ \-.\u2010-\u2015]*\d)
        | (?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![-.\u2010-\u2015]?\d)
        | \d{1,3}\.\d{3,6}(?!\d)(?![ \-.()\u2010-\u2015]+\d{3,}(?![\d.]))
        )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Others();
}
