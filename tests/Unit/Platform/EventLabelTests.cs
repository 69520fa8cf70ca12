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

    private static string Label<TEvent>(TEvent e, Guid subject) where TEvent : class, IEvent => EventLabel<TEvent>.Of(EventTypes.Of(typeof(TEvent)), e, subject);
}
