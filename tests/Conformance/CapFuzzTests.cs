using System.Diagnostics;
using System.Text;
using Coordination.PublicInformation.Cap;

namespace Coordination.Tests.Conformance;

/// <summary>Whatever comes, it is read or refused in words; the seed is named where it is not.</summary>
public sealed class CapFuzzTests
{
    /// <summary>20,000 as a rule; a million and more with <c>COORDINATION_FUZZ</c>.</summary>
    [Fact]
    public void Whatever_is_done_to_an_alert_it_is_read_or_refused_in_words_and_what_was_read_can_be_kept()
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("COORDINATION_FUZZ"), out var asked) ? asked : 20_000;
        var seed = (int)(Stopwatch.GetTimestamp() & 0xFFFF);
        var random = new Random(seed);
        byte[][] sound = [Encoding.UTF8.GetBytes(CapHostileTests.Sound), Encoding.Unicode.GetBytes($"\uFEFF{CapHostileTests.Sound.Replace("utf-8", "utf-16", StringComparison.Ordinal)}"), CapSignedAlert.Make(CapHostileTests.Sound), Encoding.UTF8.GetBytes($"<feed><entry>{CapHostileTests.Sound[CapHostileTests.Sound.IndexOf("<alert", StringComparison.Ordinal)..]}</entry></feed>")];
        for (var round = 0; round < rounds; round++)
        {
            var (read, refusal) = CapBody.Read(Changed(sound[random.Next(sound.Length)], random), CapHostileTests.Trust);
            Assert.True(read is null != refusal is null, $"seed {seed}, round {round}");
            foreach (var alert in read?.Alerts ?? []) Keep(alert, $"seed {seed}, round {round}");
        }
    }

    /// <summary>The text of a polygon, a circle or a moment alone.</summary>
    [Fact]
    public void Whatever_stands_for_a_shape_or_a_moment_is_one_or_a_finding()
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("COORDINATION_FUZZ"), out var asked) ? asked : 20_000;
        var seed = (int)(Stopwatch.GetTimestamp() & 0xFFFF);
        var random = new Random(seed);
        string[] pieces = ["22.5,114.0 ", "-90,180 ", "10,179 10,-179 ", "1e3", "NaN", ",", " ", "(", ")", "\n", "-", ".", "Infinity", "0,0 ", "１", "2026-11-29T08:00:00", "Z", "+08:00", ", ", "Sun, 29 Nov 2026 08:00:00 PDT", "上午", "99999999999999999999"];
        for (var round = 0; round < rounds; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));
            var findings = new CapFindings();
            var shapes = new CapPlaces(findings);
            foreach (var shape in new[] { shapes.Polygon(text, "p"), shapes.Circle(text, "c") }.OfType<CapShape>())
                Assert.True(CapCells.Of(shape.Box).Count() is >= 1 and <= 4 && Holds(shape), $"seed {seed}, round {round}: {text}");
            var at = CapMoment.Read(text, CapHostileTests.Trust.Calendar).At;
            Assert.True(at is null or { Year: >= 1970 and <= 2199 }, $"seed {seed}, round {round}: {text}");
        }
    }

    /// <summary>Each corner of a shape is found by the index, and is in the shape.</summary>
    private static bool Holds(CapShape shape)
    {
        var (latitude, longitude) = (shape.Points[0], shape.Points[1]);
        return shape.Holds(latitude, longitude) && CapCells.Of(shape.Box).Intersect(CapCells.At(latitude, longitude)).Any();
    }

    private static void Keep(CapContent alert, string where)
    {
        var kept = CapMessage.Take(Guid.CreateVersion7(), alert, new(null, "fire", "region", false, null, true, TimeSpan.FromHours(24)), CapHostileTests.Trust.Now);
        Assert.True(CapShapeBytes.Read(kept.Shapes).Count == alert.Shapes.Count && alert.Findings.Count <= CapFindings.Most, where);
        Assert.True(!kept.IsShown || kept.IsSound, where);
        var hit = new CapHit(kept, []);
        if (kept.IsShown) Assert.True(CapFeed.Atom(new("http://x", "http://x/y", null, CapHostileTests.Trust.Now), [hit]).Length > 0 && CapGeoJson.Write(new("http://x", "http://x/y", null, CapHostileTests.Trust.Now), [hit]).Length > 0, where);
    }

    private static byte[] Changed(byte[] sound, Random random)
    {
        var bytes = sound.ToList();
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var (at, length) = (random.Next(bytes.Count), random.Next(1, 40));
            length = Math.Min(length, bytes.Count - at);
            switch (random.Next(5))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1 when bytes.Count > length: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 3: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)])); break;
                default: (bytes[at], bytes[^1]) = (bytes[^1], bytes[at]); break;
            }
        }
        return [.. bytes];
    }

    private static readonly string[] Pieces = ["<", ">", "&amp;", "&#0;", "<!DOCTYPE a>", "<![CDATA[x]]>", "<a/>", "</info>", "<info>", " xmlns=''", "NaN", "9999999999999999999", "\uFFFE", "<Signature xmlns='http://www.w3.org/2000/09/xmldsig#'/>", "encoding='gb2312'", "\u202E"];
}
