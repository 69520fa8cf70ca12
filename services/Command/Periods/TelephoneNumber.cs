using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Coordination.Platform;

namespace Coordination.Command.Periods;

/// <summary>Telephone numbers are somebody's: no text of a plan holds one, and no channel is one.</summary>
internal static partial class TelephoneNumber
{
    private const int Digits = 8;

    private const string Day = @"(?:0?[1-9]|[12]\d|3[01])", Month = "(?:0?[1-9]|1[0-2])", Year = @"(?:19|20)\d\d";

    /// <summary>Such as 2026-07-28, 2026.7.28 and 28/07/2026.</summary>
    private const string Date = $@"(?:{Year}(?<s>[-./]){Month}\k<s>{Day}|{Day}(?<s>[./]){Day}\k<s>{Year})(?!\d)";

    /// <summary>Such as 0600-1800.</summary>
    private const string Times = @"(?:[01]\d|2[0-3])[0-5]\d[ ]?[-/][ ]?(?:[01]\d|2[0-4])[0-5]\d";

    /// <summary>Null where the text has none.</summary>
    public static Refusal? Refuse(string at, string? text) => IsIn(text) ? Refuse(at) : null;

    public static Refusal Refuse(string at) => Refusal.Invalid(
        at, "telephone-number", "Eight digits in a row read as a telephone number, which is somebody's: leave it out, or put a comma between numbers.");

    /// <summary>Eight digits in a row, whatever spaces, points, hyphens, slashes and brackets stand between them. Frequencies, degrees, times, dates, levels, chainages and lists of rooms are none.</summary>
    public static bool IsIn(string? text)
    {
        var row = 0;
        foreach (var c in Lists().Replace(Others().Replace(Plain(text ?? ""), ","), l => AreRooms(l) ? "," : l.Value))
        {
            if (char.IsDigit(c)) row++;
            else if (c is not (' ' or '-' or '.' or '(' or ')' or '+' or '/' or '\u00b7')) row = 0;
            if (row >= Digits) return true;
        }
        return false;
    }

    /// <summary>Rooms beside or above one another, such as 101/102/103 and 2-1201/1301: each has three digits, or each four, and comes some doors or whole floors after the one before.</summary>
    private static bool AreRooms(Match list)
    {
        var rooms = list.Groups["r"].Captures.Select(c => int.Parse(c.Value, CultureInfo.InvariantCulture)).ToList();
        return list.Groups["r"].Captures.DistinctBy(c => c.Length).Count() == 1
            && rooms.Zip(rooms.Skip(1), (one, next) => next - one).All(step => step is (>= 1 and <= 9) or 100 or 200 or 300);
    }

    /// <summary>As one would type it (NFKC of what a number is written in, without the tables that a build without cultures lacks): no full width, and one space, hyphen and middle dot.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            _ = Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Format => plain,
                UnicodeCategory.SpaceSeparator => plain.Append(' '),
                UnicodeCategory.DashPunctuation => plain.Append('-'),
                UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber when Rune.GetNumericValue(rune) is 0 or 1 or 2 or 3 or 4 or 5 or 6 or 7 or 8 or 9 =>
                    plain.Append((int)Rune.GetNumericValue(rune)),
                _ => plain.Append(Typed(rune.Value)),
            };
        return plain.ToString();
    }

    /// <summary>The character that one would type; of those beyond the first 65,536, which hold no digits and joiners else, a letter.</summary>
    private static char Typed(int value) => value switch
    {
        '\t' => ' ',
        0x2212 => '-',
        0x2044 or 0x2215 => '/',
        0x2022 or 0x2027 or 0x30fb or 0xff65 => '\u00b7',
        >= 0xff01 and <= 0xff5e => (char)(value - 0xfee0),
        > char.MaxValue => 'x',
        _ => (char)value,
    };

    /// <summary>
    /// Times, with a date before them or not, which only three digits and more that are no date make part of a number; dates and days from and to; levels as
    /// 25.10-26.35; chainages as 12+300-12+800; frequencies as 351.525 and degrees as 126.567890: where no further digits are joined to them.
    /// </summary>
    [GeneratedRegex($$"""
        (?<!\d[-.]?)(?:
          (?<!\d{3}[ \-.)/\u00b7+]{0,20})(?:{{Date}}[ ])?{{Times}}(?:[ ]?/[ ]?{{Times}})*(?!\d)(?![-.\u00b7]\d)(?![ \-./\u00b7]*(?!{{Date}})\d{3,})
        | {{Date}}(?:[ ]?[-/][ ]?(?:{{Date}}|(?:{{Month}}[./])?{{Day}}(?!\d)))?(?![-./\u00b7]?\d)
        | \d{1,4}\.\d{1,2}[ ]?[-/][ ]?\d{1,4}\.\d{1,2}(?!\d)(?![ \-./\u00b7]*\d{3,})(?![-.\u00b7]\d)
        | \d{1,3}\+\d{3}(?:\.\d{1,3})?[ ]?[-/][ ]?\d{1,3}\+\d{3}(?:\.\d{1,3})?(?!\d)(?![ \-./\u00b7]*\d{3,})(?![-.\u00b7]\d)
        | \d{1,3}\.\d{3,6}(?!\.?\d)(?![ \-.()/\u00b7]+\d{3,}(?![\d.]))
        )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Others();

    /// <summary>Numbers between slashes, with those of a building and its entrance before them or not, where no further digits are joined to them.</summary>
    [GeneratedRegex("""
        (?<!\d[ \-.()/+\u00b7]{0,20})(?:\d{1,2}-){0,2}(?<r>[1-9]\d{2,3})(?:[ ]?/[ ]?(?<r>[1-9]\d{2,3}))+(?![ \-.()/+\u00b7]*\d)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Lists();
}
