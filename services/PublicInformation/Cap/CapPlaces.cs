using System.Buffers;
using System.Globalization;
using Coordination.PublicInformation.Alerts;

namespace Coordination.PublicInformation.Cap;

/// <summary>Reads polygons, circles and codes as others write them: open rings, brackets, line breaks between points, blanks after commas.</summary>
internal sealed class CapPlaces(CapFindings findings)
{
    internal const int MostPoints = 100_000, MostChecked = 500;

    private static readonly SearchValues<char> Between = SearchValues.Create(" \t\r\n,;()");

    /// <summary>Points of the whole document so far.</summary>
    internal int Points { get; private set; }

    /// <summary>The next alert of the same document.</summary>
    internal CapPlaces For(CapFindings next) => new(next) { Points = Points };

    internal CapShape? Polygon(string text, string at)
    {
        if (text.Length == 0) return Not("polygon-empty", at);
        if (Numbers(text, out var isStrict) is not { } numbers) return Not("polygon-number", at);
        findings.AddIf(!isStrict, "polygon-form", at);
        if (numbers.Count % 2 != 0) return Not("polygon-odd", at);
        for (var i = 0; i < numbers.Count; i += 2)
            if (Math.Abs(numbers[i]) > 90 || Math.Abs(numbers[i + 1]) > 180) return Not("polygon-range", at);
        if (numbers.Count >= 4 && (numbers[0] != numbers[^2] || numbers[1] != numbers[^1]))
        {
            findings.Add("polygon-open", at);
            numbers.AddRange([numbers[0], numbers[1]]);
        }
        if (numbers.Count < 8) return Not("polygon-few", at);
        var shape = CapShape.Polygon(numbers);
        findings.AddIf(shape.Box.East > 180 || shape.Box.West < -180, "polygon-date-line", at);
        if (numbers.Count / 2 <= MostChecked && Polygons.Fault([.. Enumerable.Range(0, numbers.Count / 2).Select(i => new AlertPoint(shape.Points[2 * i], shape.Points[(2 * i) + 1]))]) is not null) findings.Add("polygon-crosses", at);
        return shape;
    }

    internal CapShape? Circle(string text, string at)
    {
        if (text.Length == 0) return Not("circle-empty", at);
        if (Numbers(text, out _) is not [var latitude, var longitude, var radius]) return Not("circle-form", at);
        if (Math.Abs(latitude) > 90 || Math.Abs(longitude) > 180 || radius is < 0 or > 20_100) return Not("circle-range", at);
        findings.AddIf(radius == 0, "circle-radius-zero", at);
        return CapShape.Circle(latitude, longitude, radius);
    }

    private CapShape? Not(string rule, string at)
    {
        findings.Add(rule, at);
        return null;
    }

    /// <summary>Null where something in it is no number. No more are kept than a document may have.</summary>
    private List<double>? Numbers(string text, out bool isStrict)
    {
        var numbers = new List<double>();
        var rest = text.AsSpan();
        isStrict = true;
        while (rest.Length > 0)
        {
            var length = rest.IndexOfAny(Between);
            var word = length < 0 ? rest : rest[..length];
            isStrict &= length < 0 || rest[length] == (numbers.Count % 2 == 0 ? ',' : ' ') && word.Length > 0;
            rest = length < 0 ? default : rest[(length + 1)..];
            if (word.Length == 0) continue;
            if (!double.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return null;
            numbers.Add(number);
            if (numbers.Count % 2 == 0 && ++Points > MostPoints) throw new CapPointsException();
        }
        return numbers;
    }
}
