using System.Text;
using Coordination.Contracts.Events;
using Coordination.PublicInformation.Alerts;
using Coordination.PublicInformation.Cap;
using FsCheck;
using FsCheck.Fluent;
using static Coordination.Tests.Unit.PublicInformation.AlertScene;

namespace Coordination.Tests.Unit.PublicInformation;

/// <summary>The rules of CAP 1.2 in its prose, and the national profiles (peers.md 2b): who breaks one is told the field and the rule.</summary>
public sealed class AlertDocumentRulesTests
{
    private static readonly AlertResource Map = new("Map", "image/png", "https://region.example/map.png");
    private static readonly AlertSettings Same = new() { AreaCodeSystem = "SAME" };

    private static (string? Rule, string? Pointer) Fault(DraftAlert alert, AlertSettings? settings = null) =>
        AlertRules.Fault(alert, Channels, settings ?? new(), T0) is { } fault ? (fault.Rule, fault.Pointer) : default;

    private static (string?, string?) Said(AlertText text) => Fault(Request() with { Texts = [English, text] });

    private static (string?, string?) Filed(AlertResource file) => Said(Chinese with { Resources = [Map, file] });

    private static (string?, string?) Placed(AlertArea area, AlertSettings? settings = null) => Fault(Request() with { Texts = [Chinese], Areas = [settings is null ? Dongmen : Dongmen with { AreaCode = "006109" }, area] }, settings);

    [Fact]
    public void What_it_warns_of_begins_before_the_alert_ends()
    {
        Assert.Equal(("onset-after-expiry", "/onset"), Fault(Request(expires: T0.AddHours(1)) with { Onset = T0.AddHours(1) }));
        Assert.Equal(default, Fault(Request(expires: T0.AddHours(1)) with { Effective = T0.AddMinutes(20), Onset = T0.AddMinutes(-20) }));
    }

    [Fact]
    public void A_file_has_a_type_and_an_address_or_its_content()
    {
        Assert.Equal(default, Filed(Map with { Uri = null, DerefUri = "AAAA" }));
        Assert.Equal(default, Filed(Map with { Uri = "map.png", DerefUri = "AAAA" }));
        Assert.Equal(("resource-type", "/texts/1/resources/1/mimeType"), Filed(Map with { MimeType = "picture" }));
        Assert.Equal(("resource-type", "/texts/1/resources/1/mimeType"), Filed(Map with { MimeType = "image/ png" }));
        Assert.Equal(("resource-uri", "/texts/1/resources/1/uri"), Filed(Map with { Uri = null }));
        Assert.Equal(("resource-uri", "/texts/1/resources/1/uri"), Filed(Map with { Uri = "map.png" }));
        Assert.Equal(("resource-uri", "/texts/1/resources/1/uri"), Filed(Map with { Uri = "http://region.example/map.png" }));
        Assert.Equal(("resource-uri", "/texts/1/resources/1/uri"), Filed(Map with { Uri = "../map.png/a", DerefUri = "AAAA" }));
        Assert.Equal(("resource-uri", "/texts/1/resources/1/uri"), Filed(Map with { Uri = "https://ann:word@region.example/map.png" }));
        Assert.Equal(("resource-base64", "/texts/1/resources/1/derefUri"), Filed(Map with { DerefUri = "not Base64!" }));
        Assert.Equal(("resource-size", "/texts"), Said(Chinese with { Resources = [.. Enumerable.Repeat(Map with { DerefUri = new string('A', 16_004) }, 3)] }));
    }

    [Fact]
    public void An_address_is_whole()
    {
        Assert.Equal(default, Said(Chinese with { Web = "https://region.example/flood" }));
        foreach (var web in (string[])["region.example/flood", "/flood", "ftp://region.example", "https:///flood", "javascript:alert(1)"])
            Assert.Equal(("web-form", "/texts/1/web"), Said(Chinese with { Web = web }));
    }

    [Fact]
    public void Signs_that_turn_the_direction_of_reading_are_refused() => Assert.Equal(("hidden-characters", "/texts/1"), Said(Chinese with { Headline = "东门\u202E" }));

    [Fact]
    public void A_place_is_coded_as_its_jurisdiction_codes_places()
    {
        Assert.Equal(("area-code", "/areas/1/areaCode"), Placed(new("Valley", "4403")));
        Assert.Equal(default, Placed(new("Line 1", "rail-1")));
        Assert.Equal(("area-code", "/areas/1/areaCode"), Placed(new("Valley", "06109"), Same));
        Assert.Equal(("area-code", "/areas/1/areaCode"), Placed(new("Valley", "CAZ006"), Same));
        Assert.Equal(default, Placed(new("Valley", "006111", Geocodes: [new("UGC", "CAZ006")]), Same));
    }

    /// <summary>Who may warn an area is asked of its code: another one beside it would warn where nobody asked.</summary>
    [Fact]
    public void A_code_of_the_jurisdiction_s_own_system_stands_in_no_list_of_others() =>
        Assert.Equal(("geocode-system", "/areas/1/geocodes/0/valueName"), Placed(new("Valley", "440303", Geocodes: [new(" gb/t 2260", "110000")])));

    [Fact]
    public void A_ring_holds_a_place_as_it_is_written()
    {
        Assert.Equal(("polygon", "/areas/1/polygon"), Placed(Dongmen with { Polygon = [new(0, 0), new(0, 1), new(0, 2), new(0, 0)] }));
        Assert.Equal(("polygon", "/areas/1/polygon"), Placed(Dongmen with { Polygon = [new(0, 0), new(0, 1), new(0, 1.0000001), new(1, 1), new(0, 0)] }));
        Assert.Equal(("polygon-date-line", "/areas/1/polygon"), Placed(Dongmen with { Polygon = [new(0, 179), new(0, -179), new(1, -179), new(0, 179)] }));
        Assert.Equal(("circle", "/areas/1/radiusKm"), Placed(Dongmen with { RadiusKm = 0.0000001 }));
    }

    [Fact]
    public void A_ceiling_has_an_altitude_and_is_not_below_it()
    {
        Assert.Equal(("ceiling", "/areas/1/ceiling"), Placed(Dongmen with { Ceiling = 900 }));
        Assert.Equal(("ceiling", "/areas/1/ceiling"), Placed(Dongmen with { Altitude = 1000, Ceiling = 900 }));
        Assert.Equal(default, Placed(Dongmen with { Altitude = 0, Ceiling = 900 }));
    }

    [Fact]
    public void An_alert_that_would_take_effect_after_its_end_is_not_issued()
    {
        var (alert, _) = Write(Request() with { Effective = T0.AddHours(2) });
        Assert.Null(alert!.Approve("bob", T0));
        Assert.Equal("effective-after-expiry", alert.Issue(null, T0, T0.AddHours(1))?.Rule);
    }

    /// <summary>The tolerant reader that names every oddity of others finds none in what passes the rules.</summary>
    [Fact]
    public void What_passes_is_read_back_without_a_finding() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var request = Any(new Random(seed));
        if (AlertRules.Fault(request, Channels, new(), T0) is not null) return true;
        var (alert, _) = Write(request);
        if (alert!.Approve("bob", T0) is not null || alert.Issue(null, T0, request.Expires ?? T0.AddHours(1)) is not null) return true;
        var (body, refusal) = CapBody.Read(Encoding.UTF8.GetBytes(CapDocument.Write(alert, new())), new(T0, new Dictionary<string, List<string>>()) { IsOwn = true });
        return refusal is null && body!.Alerts is [var read] && read.Findings.Count == 0 && read.Infos.Count == request.Texts.Count;
    }).QuickCheckThrowOnFailure();

    private static DraftAlert Any(Random random)
    {
        T? Maybe<T>(T value) where T : class => random.Next(3) == 0 ? value : null;
        AlertPoint Point() => new(random.Next(-90, 91), random.Next(-180, 181));
        AlertPoint a = Point(), b = Point(), c = Point();
        var text = English with { AreaNames = null, Web = Maybe("https://region.example"), Audience = Maybe("All"), Resources = Maybe<IReadOnlyList<AlertResource>>([Map with { DerefUri = Maybe("AAAA") }]) };
        AlertArea area = new("Valley", random.Next(2) == 0 ? "440303" : "440303001000", Geocodes: Maybe<IReadOnlyList<AlertGeocode>>([new("UGC", "CAZ006")]), Polygon: Maybe<IReadOnlyList<AlertPoint>>([a, b, c, a]),
            Altitude: random.Next(2) == 0 ? null : random.Next(10), Ceiling: random.Next(2) == 0 ? null : random.Next(10));
        return Request(expires: random.Next(2) == 0 ? null : T0.AddMinutes(random.Next(0, 90))) with
        {
            Texts = [text, Chinese], Areas = [Dongmen, area], Effective = random.Next(2) == 0 ? null : T0.AddMinutes(random.Next(0, 90)), Onset = random.Next(2) == 0 ? null : T0.AddMinutes(random.Next(-90, 90)),
        };
    }
}
