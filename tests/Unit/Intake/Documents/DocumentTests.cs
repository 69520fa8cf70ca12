using System.Text;
using System.Text.Json;
using Coordination.Contracts.Events;
using Coordination.Intake;
using Coordination.Intake.Documents;
using Coordination.Tests.Unit.Command;
using static Coordination.Tests.Unit.Intake.Rules;

namespace Coordination.Tests.Unit.Intake.Documents;

public sealed class DocumentTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 27, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_document_takes_exactly_these_ways() => Machine.HasTable(ReportDocument.Life, "Held: Reported Dismissed");

    [Fact]
    public void Whatever_is_asked_of_a_document_it_keeps_its_promises() => Machine.Keeps(
        () => Taken(DocumentReason.KindUnclear), ReportDocument.Life, d => d.State, d => d.Version,
        d => (d.State == DocumentState.Reported) == (d.ReportId is not null) && (d.State == DocumentState.Held || d.Awaits is null) && d.Sha256.Length > 0,
        (d, n) => d.MakeReport(n % 3 == 0 ? "fire" : "duty", Guid.CreateVersion7()),
        (d, n) => d.Dismiss(n % 3 == 0 ? "fire" : "duty", DismissalReason.NothingReported),
        (d, _) =>
        {
            d.Forget();
            return null;
        });

    [Theory]
    [InlineData("http://www.incident.com/cap/1.0")]
    [InlineData("urn:oasis:names:tc:emergency:cap:1.1")]
    [InlineData("urn:oasis:names:tc:emergency:cap:1.2")]
    [InlineData("alerts:1.2")]
    public void An_alert_is_read_whatever_version_it_says(string version)
    {
        var reading = Cap(Alert(ns: version));
        Assert.Equal((EventKind.FloodOrDrought, IncidentCategory.NaturalDisaster, "220221"), (reading.Kind, reading.Category, Assert.Single(reading.AreaCodes)));
        Assert.Equal("Flood Warning\nWater rises", reading.Text);
        Assert.Equal((43.5, 126.5), reading.Point);
        Assert.Null(Why(reading));
    }

    [Theory]
    [InlineData("Exercise", "Alert", DocumentReason.NotActual)]
    [InlineData("Test", "Alert", DocumentReason.NotActual)]
    [InlineData("Draft", "Alert", DocumentReason.NotActual)]
    [InlineData("System", "Alert", DocumentReason.NotActual)]
    [InlineData("actual", "Alert", null)]
    [InlineData("test", "Alert", DocumentReason.Incomplete)]
    [InlineData("", "Alert", DocumentReason.Incomplete)]
    [InlineData("Public", "Ack", DocumentReason.Incomplete)]
    [InlineData("Actual", "Ack", DocumentReason.OnlyProtocol)]
    [InlineData("Actual", "Cancel", DocumentReason.RefersToUnknown)]
    public void What_is_not_meant_or_says_nothing_new_is_no_report(string status, string type, DocumentReason? why) =>
        Assert.Equal(why, Why(Cap(Alert(status, type, "<references>a@b,1,2026-07-27T10:00:00+00:00</references>"))));

    [Fact]
    public void An_exercise_is_a_report_in_an_exercise_and_a_test_is_none_there_either()
    {
        Assert.Null(Judgement.Why(Cap(Alert("Exercise")), At() with { IsExercise = true }));
        Assert.Equal(DocumentReason.NotActual, Judgement.Why(Cap(Alert("Test")), At() with { IsExercise = true }));
    }

    [Fact]
    public void Who_did_not_send_a_message_does_not_replace_it() => Assert.Equal(
        [DocumentReading.Key("a@b", "1")],
        Cap(Alert(type: "Update", more: "<references>other@b,1,2026-07-27T10:00:00+00:00 a@b,1,2026-07-27T10:00:00+00:00 odd</references>")).RefersTo);

    [Fact]
    public void An_update_of_what_has_not_come_is_a_first_report_and_one_of_what_has_needs_no_place_of_its_own()
    {
        var update = Cap("<alert><identifier>2</identifier><sender>a@b</sender><sent>2026-07-27T11:00:00Z</sent><status>Actual</status><msgType>Update</msgType></alert>");
        Assert.Equal(DocumentReason.KindUnclear, Why(update));
        Assert.Null(Judgement.Why(update, At() with { HasPrior = true, HasArea = false }));
        Assert.Equal(DocumentReason.Overtaken, Judgement.Why(update, At() with { HasPrior = true, IsOvertaken = true }));
        Assert.Equal(DocumentReason.SaysOtherwise, Judgement.Why(update, At() with { IsSaid = true }));
        Assert.Null(Why(Cap(Alert(type: "Update"))));
    }

    [Fact]
    public void Nothing_is_kept_of_a_message_that_looks_for_a_person()
    {
        var reading = Cap(Alert().Replace("Flood Warning", "Child Abduction Emergency", StringComparison.Ordinal));
        Assert.Equal((DocumentReason.PersonSought, "", null), (Why(reading), reading.Text, reading.PlaceText));
        var kept = ReportDocument.Take(Guid.CreateVersion7(), null, DocumentFormat.Cap, "police", "duty", "t", "00", [1], reading with { Text = "canary" }, Now, null, DocumentReason.PersonSought);
        Assert.Equal(("", null), (kept.Text, kept.Original));
    }

    [Theory]
    [InlineData("Landslide, search for missing persons", "", null)]
    [InlineData("Landslide", "Search for missing persons continues", null)]
    [InlineData("Civil Emergency", "Landslide: search for missing persons continues", null)]
    [InlineData("Civil Emergency", "Missing children", DocumentReason.PersonSought)]
    [InlineData("Law Enforcement Warning", "Police searching for suspicious person", DocumentReason.PersonSought)]
    [InlineData("公共安全提示", "警方通缉在逃人员", DocumentReason.PersonSought)]
    [InlineData("Blue Alert", "Heavy rain where he was seen", DocumentReason.PersonSought)]
    [InlineData("Alerte AMBER", "", DocumentReason.PersonSought)]
    [InlineData("Endangered Missing Person Advisory", "", DocumentReason.PersonSought)]
    [InlineData("失踪儿童", "", DocumentReason.PersonSought)]
    [InlineData("Search and Rescue", "失联两人", DocumentReason.PersonSought)]
    [InlineData("Weekly Test", "", DocumentReason.NotActual)]
    [InlineData("地震应急演练", "", DocumentReason.NotActual)]
    [InlineData("Flood Warning", "Contest of dykes", null)]
    public void Who_is_sought_and_what_is_a_test_stands_in_the_event_and_the_headline_and_a_hazard_is_a_hazard(string named, string headline, DocumentReason? why)
    {
        var reading = Cap(Alert().Replace("Flood Warning", named, StringComparison.Ordinal).Replace("Water rises", headline, StringComparison.Ordinal)
            .Replace("</headline>", "</headline><description>An earlier amber alert was a test, a missing person was found</description>", StringComparison.Ordinal));
        Assert.Equal(why, Why(reading));
        Assert.Equal(why == DocumentReason.PersonSought, reading.Text.Length == 0);
    }

    [Theory]
    [InlineData("RMT", DocumentReason.NotActual)]
    [InlineData("BLU", null)]
    [InlineData("CAE", null)]
    [InlineData("TOR", null)]
    public void A_code_of_a_test_is_a_test_whatever_its_status_and_it_waits_for_a_person(string code, DocumentReason? why)
    {
        var reading = Cap(Alert().Replace("<category>", $"<eventCode><valueName>SAME</valueName><value>{code}</value></eventCode><category>", StringComparison.Ordinal));
        Assert.Equal(why, Why(reading));
        if (why is { } held) Assert.Equal(DocumentState.Held, ReportDocument.Take(Guid.CreateVersion7(), null, DocumentFormat.Cap, "weather", "duty", "t", "00", [1], reading, Now, null, held).State);
        Assert.Equal(code is "BLU" or "CAE", Hazardous.SeeksPerson("", [code]));
    }

    [Fact]
    public void Nothing_is_kept_of_a_heartbeat_or_of_what_is_no_alert_nor_of_what_was_dismissed_and_a_held_one_keeps_its_place()
    {
        var noted = ReportDocument.Take(Guid.CreateVersion7(), null, DocumentFormat.Cap, "weather", "duty", "t", "00", [1], Cap(Alert("Test")), Now, null, DocumentReason.NotActual);
        Assert.Equal((DocumentState.Noted, false), (noted.State, noted.IsKept()));
        Assert.Null(Taken(DocumentReason.NotOneAlert).Original);
        var held = Taken(DocumentReason.PlaceUnclear);
        Assert.Equal(("220221", 43.5, 126.5, "Yongji"), (held.AreaCode, held.Latitude, held.Longitude, held.PlaceText));
        Assert.Equal(new Place("990003", 43.5, 126.5), held.Placed(new("990003")));
        Assert.Equal(new Place("990003", 1, 2), held.Placed(new("990003", 1, 2)));
        Assert.Null(held.Dismiss("duty", DismissalReason.NothingReported));
        Assert.Equal((false, "", null), (held.IsKept(), held.Text, held.Original));
        var old = Taken(DocumentReason.KindUnclear);
        old.Forget();
        Assert.Equal((false, "", 2), (old.IsKept(), old.Text, old.Version));
    }

    [Theory]
    [InlineData("11:00:00+00:00", false)]
    [InlineData("2026-07-27", true)]
    [InlineData("2026-07-27T11:00:00.1234567+08:00", true)]
    public void A_moment_has_a_date_and_is_as_fine_as_what_is_kept(string text, bool isOne)
    {
        var at = DocumentReading.Moment(text);
        Assert.Equal(isOne, at is not null);
        Assert.Equal(0, at.GetValueOrDefault().Ticks % TimeSpan.TicksPerMicrosecond);
    }

    [Theory]
    [InlineData("\uFEFF{\"$id\":\"1\"}", DocumentReason.NotOneAlert)]
    [InlineData("{\"$id\":\"1\",\"issuingElementIdentification\":\"\\ud800\",\"lastUpdateTimeStamp\":\"2026-07-27T11:00:00Z\",\"incidentComponent\":{\"incidentTypeCommonRegistryText\":\"Flood \\udc00\"}}", null)]
    public void A_mark_before_it_or_half_a_pair_in_it_is_no_reason_to_refuse_an_EIDO(string json, DocumentReason? why)
    {
        var (reading, refusal) = DocumentBytes.Read(DocumentFormat.Eido, Encoding.UTF8.GetBytes(json), Shipped);
        Assert.Null(refusal);
        Assert.Equal(why, Why(reading!));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("{\"standardPrimaryCallType\":\"test\"},{\"standardPrimaryCallType\":\"emergency\"}", null)]
    [InlineData("{\"standardPrimaryCallType\":\"test\"},{\"standardPrimaryCallType\":\"test\"}", DocumentReason.NotActual)]
    public void An_EIDO_is_a_test_where_all_its_calls_are(string calls, DocumentReason? why) => Assert.Equal(why, Why(Eido(
        $"{{\"$id\":\"1\",\"issuingElementIdentification\":\"i\",\"lastUpdateTimeStamp\":\"2026-07-27T11:00:00Z\",\"incidentComponent\":{{\"incidentTypeCommonRegistryText\":\"Flood\"}},\"callComponent\":[{calls}]}}")));

    [Theory]
    [InlineData("Train derailment in the rain", EventKind.Transport)]
    [InlineData("TRAIN DERAILMENT", EventKind.Transport)]
    [InlineData("Theater program", null)]
    [InlineData("Coastal storm surge", EventKind.Marine)]
    [InlineData("暴雨橙色预警", EventKind.Meteorological)]
    [InlineData("Civil Emergency Message", null)]
    public void Whole_words_name_a_kind(string words, EventKind? kind) => Assert.Equal(kind, Hazardous.KindOf(words, [], Shipped.Messages));

    [Theory]
    [InlineData("<feed/>")]
    [InlineData("<alerts><alert/><alert/></alerts>")]
    public void What_is_not_one_alert_waits_for_a_person(string xml) => Assert.Equal(DocumentReason.NotOneAlert, Why(Cap(xml)));

    [Fact]
    public void A_shape_across_the_date_line_has_its_middle_on_it() => Assert.Equal(
        (0.0, 180.0), Cap(Alert().Replace("43,126 44,126 44,127 43,127", "-1,179 1,179 1,-179 -1,-179", StringComparison.Ordinal)).Point is { } p ? (p.Latitude, Math.Abs(p.Longitude)) : default);

    [Fact]
    public void Of_an_EIDO_the_kind_the_states_and_the_incident_s_own_point_are_read_and_no_person()
    {
        const string eido = """
            {"$id":"urn:1","issuingElementIdentification":"idx","lastUpdateTimeStamp":"2026-07-27T11:00:00Z",
             "incidentComponent":{"incidentTypeCommonRegistryText":"Flood","incidentStatusCommonRegistryText":["Active"],"locationReference":[{"$ref":"here"}]},
             "personComponent":[{"personName":"Canary"}],"notesComponent":[{"notes":"Canary"}],
             "locationComponent":[{"$id":"caller","locationByValue":"<p><pos>1 2</pos></p>"},{"$id":"here","locationByValue":"<p><pos>43.5 126.5</pos></p>"}]}
            """;
        var reading = Eido(eido);
        Assert.Equal((EventKind.FloodOrDrought, "Flood\nActive", (43.5, 126.5)), (reading.Kind, reading.Text, reading.Point));
        Assert.Null(Why(reading));
        Assert.DoesNotContain("Canary", reading.ToString(), StringComparison.Ordinal);
        Assert.Equal([DocumentReading.Key("idx", "urn:1")], reading.RefersTo);
        Assert.Equal(DocumentReason.NotOneAlert, Why(Eido("[]")));
    }

    private static ReportDocument Taken(DocumentReason why) =>
        ReportDocument.Take(Guid.CreateVersion7(), null, DocumentFormat.Cap, "weather", "duty", "t", "00", [1], Cap(Alert()), Now, null, why);

    private static DocumentReason? Why(DocumentReading reading) => Judgement.Why(reading, At());

    private static Standing At() => new(Now, false, false, false, false, true);

    private static DocumentReading Eido(string json)
    {
        using var document = JsonDocument.Parse(json);
        return EidoIncident.Read(document.RootElement, Shipped.Messages);
    }

    private static DocumentReading Cap(string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        return CapAlert.Read(MarkedUp.Read(stream), Shipped.Messages, Shipped.Documents);
    }

    private static string Alert(string status = "Actual", string type = "Alert", string more = "", string ns = "urn:oasis:names:tc:emergency:cap:1.2") => $"""
        <alert xmlns="{ns}"><sent>2026-07-27T11:00:00+00:00</sent><identifier>2</identifier><sender>a@b</sender><status>{status}</status><msgType>{type}</msgType>{more}
        <info><event>Flood Warning</event><category>Met</category><headline>Water rises</headline><contact>Canary 139</contact>
        <area><areaDesc>Yongji</areaDesc><polygon>43,126 44,126 44,127 43,127</polygon><geocode><valueName>SAME</valueName><value>006109</value></geocode>
        <geocode><valueName>GB/T 2260</valueName><value>220221</value></geocode></area></info></alert>
        """;
}
