using System.Text;
using System.Text.Json;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Platform;

public sealed class EventLabelTests
{
    private static readonly (Guid Unit, Guid Fill, Guid Incident) Ids = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());

    [Fact]
    public void Those_of_an_incident_are_told_that_a_unit_left_it()
    {
        var left = new UnitMoved(Ids.Unit, "fire", "speedboat", UnitState.Available, null, null, default);
        Assert.Equal((Labels.Amber, Labels.AmberStrict), (Label(left, Ids.Incident), Label(left, Ids.Unit)));
        Assert.Equal(Labels.Amber, Label(left with { IncidentId = Ids.Incident }, Ids.Incident));
    }

    [Fact]
    public void A_fill_of_a_request_without_an_incident_stays_between_its_parties() =>
        Assert.Equal(Labels.AmberStrict, Label(new EtaDrifted(Ids.Fill, null, "fire", "county", default, default), Guid.NewGuid()));

    [Theory, InlineData(false, "AMBER"), InlineData(true, "AMBER+STRICT")]
    public void A_clock_of_what_is_no_incident_is_kept_to_those_whom_it_is_for(bool isAlone, string label)
    {
        var entry = JournalEntry.Of("test/region/intake", Ids.Unit, new ClockChanged(Guid.NewGuid(), "report.triage", Ids.Unit, 0, ClockState.Running, default, default, null, null, null), new Call(), null, "county,rail", isAlone);
        using var header = JsonDocument.Parse(entry.Header);
        Assert.Equal((label, "county,rail"), (header.RootElement.GetProperty("tlp").GetString(), header.RootElement.GetProperty("audience").GetString()));
        Assert.Equal(["county", "rail"], CloudEventHeader.Read(entry.Header).Audience);
    }

    [Fact]
    public void A_header_whose_audience_is_no_text_is_for_nobody() =>
        Assert.Empty(CloudEventHeader.Read(Encoding.UTF8.GetBytes("""{"time":"2026-07-27T12:00:00Z","audience":7}""")).Audience);

    private static string Label<TEvent>(TEvent e, Guid subject) where TEvent : class, IEvent => EventLabel<TEvent>.Of(EventTypes.Of(typeof(TEvent)), e, subject);
}
