using System.Xml.Linq;
using Coordination.Contracts.Events;
using Coordination.PublicInformation.Alerts;
using static Coordination.Tests.Unit.PublicInformation.AlertScene;

namespace Coordination.Tests.Unit.PublicInformation;

public sealed class CapDocumentTests
{
    private static readonly XNamespace Cap = "urn:oasis:names:tc:emergency:cap:1.2";
    private static readonly AlertSettings Settings = new();

    private static XElement Written(Alert alert) => XDocument.Parse(CapDocument.Write(alert, Settings)).Root!;

    [Fact]
    public void Elements_stand_in_the_order_of_the_standard()
    {
        var alert = Written(Issued());
        Assert.Equal(["identifier", "sender", "sent", "status", "msgType", "scope", "info", "info"], alert.Elements().Select(e => e.Name.LocalName));
        Assert.Equal(
            ["language", "category", "event", "urgency", "severity", "certainty", "expires", "senderName", "headline", "description", "instruction", "area"],
            alert.Elements(Cap + "info").Last().Elements().Select(e => e.Name.LocalName));
        Assert.Equal(["areaDesc", "circle", "geocode"], alert.Descendants(Cap + "area").First().Elements().Select(e => e.Name.LocalName));
    }

    [Fact]
    public void Everything_that_was_written_is_in_its_place()
    {
        var (draft, _) = Write(Request() with
        {
            Kind = EventKind.FloodOrDrought, EventCode = "11A51", Responses = [AlertResponse.Evacuate, AlertResponse.Avoid], Effective = T0, Onset = T0.AddMinutes(5), Source = "S-1",
            IncidentId = Guid.CreateVersion7(), Areas = [Dongmen with { Polygon = [new(0, 0), new(0, 1), new(1, 1), new(0, 0)] }],
        });
        Assert.Null(draft!.Approve("bob", T0));
        Assert.Null(draft.Issue(null, T0, T0.AddHours(1)));
        var alert = Written(draft);
        Assert.Equal(["identifier", "sender", "sent", "status", "msgType", "source", "scope", "incidents", "info", "info"], alert.Elements().Select(e => e.Name.LocalName));
        var info = alert.Elements(Cap + "info").First();
        Assert.Equal(
            ["language", "category", "event", "responseType", "responseType", "urgency", "severity", "certainty", "eventCode", "effective", "onset", "expires", "headline", "description", "instruction", "area"],
            info.Elements().Select(e => e.Name.LocalName));
        Assert.Equal("0,0 0,1 1,1 0,0", info.Descendants(Cap + "polygon").Single().Value);
        Assert.Equal("cn-warning11A51", info.Element(Cap + "eventCode")!.Value);
    }

    [Fact]
    public void Instants_carry_an_offset_and_no_fraction() => Assert.Equal("2026-10-01T14:05:00-00:00", Written(Issued(T0.AddMilliseconds(700))).Element(Cap + "sent")!.Value);

    [Fact]
    public void A_real_alert_is_Actual_and_an_exercise_says_so_and_names_itself()
    {
        Assert.Equal("Actual", Written(Issued()).Element(Cap + "status")!.Value);
        var exercise = Guid.CreateVersion7();
        var played = Written(Issued(exercise: exercise));
        Assert.Equal("Exercise", played.Element(Cap + "status")!.Value);
        Assert.Contains(exercise.ToString(), played.Element(Cap + "note")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancellation_refers_by_sender_identifier_and_sent()
    {
        var alert = Issued();
        var cancel = Written(Issued(T0.AddMinutes(50), references: alert, type: AlertMessageType.Cancel));
        Assert.Equal("Cancel", cancel.Element(Cap + "msgType")!.Value);
        Assert.Equal($"luohu@shenzhen,{alert.Identifier},2026-10-01T14:05:00-00:00", cancel.Element(Cap + "references")!.Value);
    }

    [Fact]
    public void Each_language_names_the_area_in_its_own_words()
    {
        var names = Written(Issued()).Descendants(Cap + "areaDesc").Select(e => e.Value);
        Assert.Equal(["东门", "Dongmen street"], names);
    }

    [Fact]
    public void Text_that_looks_like_markup_stays_text()
    {
        var (draft, _) = Write(Request() with { Texts = [Chinese with { Headline = "<b>]]> & \"x\"" }] });
        Assert.Null(draft!.Approve("bob", T0));
        Assert.Null(draft.Issue(null, T0, T0.AddHours(1)));
        Assert.Equal("<b>]]> & \"x\"", Written(draft).Descendants(Cap + "headline").Single().Value);
    }

    [Fact]
    public void Small_numbers_are_never_written_with_an_exponent()
    {
        var (draft, _) = Write(Request() with { Areas = [Dongmen with { Latitude = 0.00001, RadiusKm = 0.001 }] });
        Assert.Null(draft!.Approve("bob", T0));
        Assert.Null(draft.Issue(null, T0, T0.AddHours(1)));
        Assert.Equal("0.00001,114.116 0.001", Written(draft).Descendants(Cap + "circle").First().Value);
    }
}
