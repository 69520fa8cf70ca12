using System.Text;
using Coordination.Contracts;
using Coordination.Exchange.Events;
using Coordination.Exchange.Subscriptions;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Exchange;

public sealed class SubscriptionFilterTests
{
    [Theory]
    [InlineData("220221", "220221", true)]
    [InlineData("220221", "220200", true)]
    [InlineData("220221", "220000", true)]
    [InlineData("220221003000", "220221", true)]
    [InlineData("220221003000", "220221003000", true)]
    [InlineData("220221004000", "220221003000", false)]
    [InlineData("220200", "220221", false)]
    [InlineData("230221", "220000", false)]
    [InlineData("flood-control", "flood-control", true)]
    [InlineData("flood-control-east", "flood-control", false)]
    public void An_area_holds_all_areas_below_it(string area, string within, bool expected) => Assert.Equal(expected, AreaCodes.IsWithin(area, within));

    [Theory]
    [InlineData("""{"jurisdiction":"220221","grade":"Major"}""", true)]
    [InlineData("""{"facts":{"areas":["110000","220221"]},"level":"Major"}""", true)]
    [InlineData("""{"jurisdiction":"220221","grade":"Ordinary"}""", false)]
    [InlineData("""{"jurisdiction":"220221"}""", false)]
    [InlineData("""{"grade":"Major"}""", false)]
    [InlineData("""{"agency":"220221","state":"Major"}""", false)]
    public void An_event_matches_by_the_areas_and_severities_that_it_names_itself(string data, bool expected) =>
        Assert.Equal(expected, Filter(areas: ["220200"], severities: ["Major", "Exceptional"]).Judge!(Event(data)));

    [Fact]
    public void Without_lists_everything_that_may_be_seen_matches() => Assert.True(Filter().Judge!(Event("{}")));

    [Theory]
    [InlineData("AMBER", "fire", true)]
    [InlineData("AMBER", "police", true)]
    [InlineData("GREEN", "police", true)]
    [InlineData("AMBER+STRICT", "fire", true)]
    [InlineData("AMBER+STRICT", "police", false)]
    [InlineData("RED", "fire", false)]
    [InlineData("PURPLE", "fire", false)]
    public void The_label_of_an_event_decides_whom_it_reaches(string label, string agency, bool expected) =>
        Assert.Equal(expected, SubscriptionFilter.Everything.Within(Sight.OfAgency(agency)).Judge!(Event("{}", label)));

    [Theory]
    [InlineData("""{"reportId":"0198a000-0000-7000-8000-000000000001","byAgency":"police"}""", "", true)]
    [InlineData("""{"reportId":"0198a000-0000-7000-8000-000000000001","byAgency":"harbour"}""", "county,police", true)]
    [InlineData("""{"reportId":"0198a000-0000-7000-8000-000000000001","byAgency":"harbour"}""", "county,*", true)]
    [InlineData("""{"reportId":"0198a000-0000-7000-8000-000000000001","byAgency":"harbour"}""", "county", false)]
    [InlineData("""{"reportId":"0198a000-0000-7000-8000-000000000001","reason":"police"}""", "county,police-2", false)]
    public void What_is_kept_to_few_reaches_whom_it_names_and_whom_it_is_for(string data, string audience, bool expected) =>
        Assert.Equal(expected, Sight.OfAgency("police").Judge!(Event(data, "AMBER+STRICT", audience)));

    [Theory]
    [InlineData("intake.report-received.v1", """{"reportId":"0198a000-0000-7000-8000-000000000001","fromAgency":"police"}""", true)]
    [InlineData("intake.report-received.v1", """{"reportId":"0198a000-0000-7000-8000-000000000001","fromAgency":"harbour"}""", false)]
    [InlineData("intake.report-received.v1", """{"reportId":"0198a000-0000-7000-8000-000000000001","incidentId":"0198a000-0000-7000-8000-000000000002"}""", true)]
    [InlineData("intake.report-acknowledged.v1", """{"reportId":"0198a000-0000-7000-8000-000000000009","byAgency":"harbour"}""", false)]
    [InlineData("intake.report-acknowledged.v1", """{"reportId":"0198a000-0000-7000-8000-000000000001","byAgency":"harbour"}""", true)]
    [InlineData("intake.contact-opened.v1", """{"reportId":"0198a000-0000-7000-8000-000000000001","byAgency":"harbour"}""", false)]
    [InlineData("intake.message-escalated.v1", """{"messageRecordId":"0198a000-0000-7000-8000-000000000009","step":1}""", false)]
    [InlineData("resources.unit-moved.v1", """{"unitId":"0198a000-0000-7000-8000-000000000009","agency":"harbour"}""", false)]
    [InlineData("resources.unit-moved.v1", """{"unitId":"0198a000-0000-7000-8000-000000000001","agency":"harbour","incidentId":null}""", true)]
    [InlineData("resources.eta-drifted.v1", """{"fillId":"0198a000-0000-7000-8000-000000000001","incidentId":null,"supplierAgency":"harbour"}""", false)]
    [InlineData("clocks.clock-changed.v1", """{"clockId":"0198a000-0000-7000-8000-000000000001","key":"report.triage","entityId":"0198a000-0000-7000-8000-000000000009"}""", false)]
    [InlineData("clocks.clock-changed.v1", """{"clockId":"0198a000-0000-7000-8000-000000000001","key":"report.triage","entityId":"0198a000-0000-7000-8000-000000000002"}""", true)]
    [InlineData("clocks.clock-changed.v1", """{"clockId":"0198a000-0000-7000-8000-000000000001","key":"correlation.decide","entityId":"0198a000-0000-7000-8000-000000000002"}""", false)]
    [InlineData("clocks.clock-changed.v1", """{"clockId":"0198a000-0000-7000-8000-000000000001","key":"grade.supplement","entityId":"0198a000-0000-7000-8000-000000000009"}""", true)]
    [InlineData("later.thing-changed.v1", """{"thingId":"0198a000-0000-7000-8000-000000000001"}""", true)]
    public void What_a_release_with_fewer_labels_wrote_as_amber_reaches_no_more_than_today(string type, string data, bool expected) =>
        Assert.Equal(expected, Sight.OfAgency("police").Judge!(Event(data, type: type)));

    [Fact]
    public void No_label_is_made_wider_by_the_type() => Assert.All(
        from type in (string[])["command.warning-in-force.v1", "public-information.alert-issued.v1", "public-information.alert-approved.v1", "intake.report-linked.v1", "oversight.finding-changed.v1", "command.access-ended.v1", "later.thing-changed.v1"]
        from label in Labels.All
        select (Said: label, Given: TypeLabel.Stricter(label, Event("{}", type: type))),
        l => Assert.True(Labels.All.Index().Single(i => i.Item == l.Given).Index >= Labels.All.Index().Single(i => i.Item == l.Said).Index));

    [Theory]
    [InlineData("\"tlp\":\"AMBER+STRICT\",\"audience\":null")]
    [InlineData("\"tlp\":\"AMBER+STRICT\",\"audience\":7")]
    [InlineData("\"tlp\":\"AMBER+STRICT\",\"audience\":[\"police\"]")]
    [InlineData("\"tlp\":\"AMBER+STRICT\",\"audience\":{\"tlp\":\"CLEAR\"}")]
    [InlineData("\"tlp\":\"AMBER+STRICT\",\"audience\":\"\\ud800\"")]
    [InlineData("\"tlp\":\"AMBER+STRICT\",\"audience\":\"\",\"\\ud800\":1")]
    [InlineData("\"tlp\":\"AMBER+STRICT\",\"source\":null")]
    [InlineData("\"tlp\":null")]
    [InlineData("\"tlp\":1,\"audience\":\"police\"")]
    [InlineData("\"tlp\":[\"CLEAR\"]")]
    public void An_odd_attribute_opens_nothing_and_ends_no_stream(string attributes)
    {
        var odd = Event("{}") with { Header = Encoding.UTF8.GetBytes($$"""{"specversion":"1.0",{{attributes}}}""") };
        foreach (var agency in (string[])["police", ""]) Assert.False(Sight.OfAgency(agency).Judge!(odd));
    }

    [Theory]
    [InlineData("""{"agency":"\ud800","areas":["\ud800"]}""")]
    [InlineData("""{"\ud800":"fire","agency":["\ud800"],"toAgency":null,"recipient":7}""")]
    public void What_is_no_text_in_its_data_names_nobody(string data)
    {
        var odd = Event(data);
        Assert.Empty(Naming.AgenciesOf(odd));
        Assert.False(odd.Names("f"));
        Assert.Null(Naming.NamedIncidentOf(odd));
        Assert.False(EventFacts.Of(odd.Data).Match(["220221"], []));
    }

    [Theory, InlineData(Roles.Auditor), InlineData(Roles.Operator)]
    public void Who_sees_all_shares_the_choice_of_no_agency(string role)
    {
        var all = Sight.Of(new Caller("p", "region", "r", new HashSet<string> { role }), new Given(null!, null!)).Choose!.By;
        foreach (var agency in (string[])["", "*", "region"]) Assert.NotEqual(all, Sight.OfAgency(agency).Choose!.By);
    }

    [Fact]
    public void What_an_event_is_about_is_its_first_member() =>
        Assert.Equal(Guid.Parse("0198a000-0000-7000-8000-000000000001"), Naming.ThingOf(Event("""{"reportId":"0198a000-0000-7000-8000-000000000001","seriesId":"0198a000-0000-7000-8000-000000000002"}""")));

    [Fact]
    public void No_agency_is_given_mediation_or_the_subscriptions_of_others() => Assert.Equal(["mediation.", "exchange."], Sight.OfAgency("fire").Without);

    [Theory]
    [InlineData("command.order-issued.v1", null)]
    [InlineData("command.*", null)]
    [InlineData("*", null)]
    [InlineData("command.no-such-event.v1", "event-type")]
    [InlineData("comm*", "event-type")]
    [InlineData("nobody.*", "event-type")]
    public void A_type_is_one_of_the_region_or_a_beginning_of_one(string type, string? rule) => Assert.Equal(rule, new SubscriptionFilter(Types: [type]).Judge(m => m)?.Rule);

    [Fact]
    public void A_severity_is_a_name_that_events_use() => Assert.Equal("severity", new SubscriptionFilter(Severities: ["Terrible"]).Judge(m => m)?.Rule);

    private static EventFilter Filter(string[]? areas = null, string[]? severities = null) =>
        new SubscriptionFilter(Areas: areas, Severities: severities).Within(Sight.OfAgency("police"));

    /// <summary>Its subject is the thing whose id ends with 9.</summary>
    private static LoggedEvent Event(string data, string label = "AMBER", string audience = "", string type = "command.incident-opened.v1") => new(
        1, Guid.NewGuid(), type, Guid.Parse("0198a000-0000-7000-8000-000000000009"), null, Encoding.UTF8.GetBytes($$"""{"specversion":"1.0","source":"test/fire/command","tlp":"{{label}}","audience":"{{audience}}"}"""),
        Encoding.UTF8.GetBytes(data), default);
}
