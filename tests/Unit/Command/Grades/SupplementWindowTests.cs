using Coordination.Command.Grades;
using Coordination.Tests.Unit.Command.Incidents;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Command.Grades;

/// <summary>The window of 条例493 Art. 13 is about what happened within it, not about an incident that goes on.</summary>
public sealed class SupplementWindowTests
{
    private static readonly DateTimeOffset End = IncidentTests.T0.AddDays(30);

    [Fact]
    public void While_an_incident_goes_on_the_grade_follows_the_counts_however_long() => Prop.ForAll(Gen.Choose(0, 4000).ToArbitrary(), days =>
    {
        var incident = IncidentTests.Active();
        if (days % 2 == 0) incident.Stabilise();
        return SupplementWindow.Holds(incident, IncidentTests.T0.AddDays(days), End);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void After_the_response_it_follows_what_happened_in_the_window_or_before_the_response_ended() => Prop.ForAll(
        Gen.Choose(0, 90).ToArbitrary(), Gen.Choose(0, 90).ToArbitrary(), (ended, counted) =>
        {
            var incident = IncidentTests.Active();
            incident.Stabilise();
            incident.EndResponse(IncidentTests.T0.AddDays(ended));
            return SupplementWindow.Holds(incident, IncidentTests.T0.AddDays(counted), End) == counted <= Math.Max(30, ended);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Where_no_window_was_started_nothing_is_too_late()
    {
        var incident = IncidentTests.Active();
        incident.Stabilise();
        incident.EndResponse(IncidentTests.T0);
        Assert.True(SupplementWindow.Holds(incident, IncidentTests.T0.AddDays(300), null));
    }
}
