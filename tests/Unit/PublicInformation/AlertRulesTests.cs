using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Alerts;
using Coordination.Tests.Unit.Command;
using static Coordination.Tests.Unit.PublicInformation.AlertScene;

namespace Coordination.Tests.Unit.PublicInformation;

public sealed class AlertRulesTests
{
    private static string? Rule(DraftAlert alert) => AlertRules.Fault(alert, Channels, new AlertSettings(), T0)?.Rule;

    [Fact]
    public void A_sound_alert_passes() => Assert.Null(Rule(Request()));

    [Fact]
    public void An_alert_ends_after_now_and_within_a_month()
    {
        Assert.Equal("expiry", Rule(Request(expires: T0)));
        Assert.Equal("expiry", Rule(Request(expires: T0.AddDays(32))));
        Assert.Null(Rule(Request(expires: T0.AddMinutes(60))));
        Assert.Equal("effective-after-expiry", Rule(Request(expires: T0.AddMinutes(60)) with { Effective = T0.AddMinutes(60) }));
    }

    [Fact]
    public void The_region_relays_weather_signals_and_never_invents_them()
    {
        var rain = Request() with { Kind = EventKind.Meteorological, EventCode = "11B03" };
        Assert.Equal("relay-only", Rule(rain));
        Assert.Null(Rule(rain with { Source = "220000-41-20100727" }));
        Assert.Equal("code", Rule(rain with { Source = "said the met office" }));
    }

    [Fact]
    public void A_code_names_its_own_kind_of_event()
    {
        Assert.Equal("event-code", Rule(Request() with { EventCode = "11B03" }));
        Assert.Equal("event-code", Rule(Request() with { EventCode = "12345" }));
        Assert.Null(Rule(Request() with { Kind = EventKind.FloodOrDrought, EventCode = "11A51" }));
    }

    [Fact]
    public void Channels_are_those_of_the_package() => Assert.Equal("channel", Rule(Request() with { Channels = ["cell-broadcast", "carrier-pigeon"] }));

    [Fact]
    public void Each_language_says_its_own_words()
    {
        Assert.Equal("language-twice", Rule(Request() with { Texts = [Chinese, English with { Language = "ZH-cn" }] }));
        Assert.Equal("same-text-in-two-languages", Rule(Request() with { Texts = [Chinese, English with { Description = Chinese.Description }] }));
        Assert.Equal("language", Rule(Request() with { Texts = [Chinese with { Language = "zh CN" }] }));
        Assert.Equal("headline-is-description", Rule(Request() with { Texts = [Chinese with { Headline = Chinese.Description }] }));
        Assert.Equal("area-names", Rule(Request() with { Texts = [English with { AreaNames = ["one", "two"] }] }));
    }

    [Theory, InlineData('\uFFFE'), InlineData('\uFFFF')]
    public void What_XML_cannot_carry_is_refused(char character)
    {
        Assert.Equal("xml-character", Rule(Request() with { Texts = [Chinese with { Instruction = $"走{character}" }] }));
        Assert.Equal("xml-character", Rule(Request() with { Areas = [Dongmen with { Description = $"东门{character}" }] }));
    }

    [Fact]
    public void A_circle_is_whole_or_absent()
    {
        Assert.Equal("circle", Rule(Request() with { Areas = [Dongmen with { RadiusKm = null }] }));
        Assert.Equal("circle", Rule(Request() with { Areas = [Dongmen with { RadiusKm = 0 }] }));
        Assert.Null(Rule(Request() with { Areas = [new("东门", "440303")] }));
        Assert.Equal("area-code", Rule(Request() with { Areas = [new("东门", "东门")] }));
        Assert.Equal("area-code", Rule(Request() with { SenderArea = "44030x" }));
    }

    [Fact]
    public void A_polygon_is_closed_and_its_sides_do_not_cross()
    {
        AlertPoint a = new(0, 0), b = new(0, 1), c = new(1, 1), d = new(1, 0);
        Assert.Null(Polygons.Fault([a, b, c, a]));
        Assert.Null(Polygons.Fault([a, b, c, d, a]));
        Assert.NotNull(Polygons.Fault([a, b, c, d]));
        Assert.NotNull(Polygons.Fault([a, c, b, d, a]));
        Assert.NotNull(Polygons.Fault([a, b, b, c, a]));
        Assert.NotNull(Polygons.Fault([a, b, new(0, 0.5), c, a]));
        Assert.Equal("polygon", Rule(Request() with { Areas = [Dongmen with { Polygon = [a, c, b, d, a] }] }));
    }

    [Fact]
    public void An_alert_is_named_by_area_body_and_entry_time_in_Beijing()
    {
        var settings = new AlertSettings { AgencyCodes = { ["luohu"] = "123" } };
        var stem = AlertIdentifier.Stem(Guid.CreateVersion7(), "440303", "luohu", settings, T0.ToUniversalTime());
        Assert.Equal("44030312300001_20261001220500_", stem);
        Assert.Equal(31, AlertIdentifier.Next(stem, 9, settings).Item1!.Length);
        Machine.Refused(AlertIdentifier.Next(stem, 10, settings).Item2, "identifier-exhausted");
    }

    [Fact]
    public void Where_the_package_gives_an_object_identifier_alerts_are_named_below_it()
    {
        var settings = new AlertSettings { Oid = "2.49.0.1.840.7" };
        var stem = AlertIdentifier.Stem(Guid.CreateVersion7(), "006109", "luohu", settings, T0);
        Assert.Equal(("urn:oid:2.49.0.1.840.7.2026.10.1.14.5.0.12", null), AlertIdentifier.Next(stem, 12, settings));
        settings.Oid = "2.25";
        stem = AlertIdentifier.Stem(Guid.Parse("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"), "006109", "luohu", settings, T0);
        Assert.Equal(("urn:oid:2.25.329800735698586629295641978511506172918", null), AlertIdentifier.Next(stem, 12, settings));
        foreach (var odd in (string[])["2", "2.", "2.049", "urn:oid:2.25", "2.25 "]) Assert.Throws<InvalidDataException>(() => settings.Oid = odd);
    }

    [Fact]
    public void Each_shipped_package_names_alerts_so_that_others_can_refer_to_them()
    {
        foreach (var package in PackageReader.Shipped.Select(PackageReader.Read))
        {
            var settings = package.Section<AlertSettings>("alerts");
            var (name, _) = AlertIdentifier.Next(AlertIdentifier.Stem(Guid.CreateVersion7(), "440303", "luohu", settings, T0), 0, settings);
            Assert.DoesNotContain(name!, c => char.IsWhiteSpace(c) || c is ',' or '<' or '&');
            Assert.Equal(package.Id == "nims", name!.StartsWith("urn:oid:2.25.", StringComparison.Ordinal));
        }
    }
}
