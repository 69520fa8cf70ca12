using Coordination.Contracts.Events;
using Coordination.Intake;
using Coordination.Intake.Correlations;
using Coordination.Intake.Hazards;
using Coordination.Intake.Reports;
using Coordination.Platform;
using Coordination.Tests.Unit.Command;
using static Coordination.Tests.Unit.Intake.Rules;

namespace Coordination.Tests.Unit.Intake;

public sealed class CorrelationTests
{
    [Fact]
    public void A_correlation_takes_exactly_these_ways() => Machine.HasTable(IncidentCorrelation.Life, """
        Proposed: Confirmed Rejected
        Confirmed: Split
        """);

    [Fact]
    public void Whatever_is_asked_of_a_correlation_it_keeps_its_promises() => Machine.Keeps(
        () => Likeness.Score(Rail(T0), Rail(T0.AddMinutes(7)), Shipped.Correlation, T0), IncidentCorrelation.Life, c => c.State, c => c.Version,
        c => (c.State == CorrelationState.Proposed) == (c.DecidedAt is null) && c.Values.Count == 1,
        (c, _) => c.Confirm("duty", T0),
        (c, n) => n % 5 == 0 ? c.Reject("duty", T0) : c.Confirm("duty", T0),
        (c, n) => n % 3 == 0 ? c.Split("duty", T0) : c.Confirm("duty", T0));

    [Fact]
    public void Two_reports_of_one_collision_are_proposed_and_both_times_are_kept()
    {
        var found = Likeness.Score(Rail(T0.AddMinutes(7)), Rail(T0), Shipped.Correlation, T0);
        Assert.Equal(100, found.Score);
        Assert.Equal([CorrelationReason.SameKind, CorrelationReason.NearInPlace, CorrelationReason.NearInTime], found.Reasons);
        var value = Assert.Single(found.Values);
        Assert.Equal((ConflictField.OccurredAt, "2010-07-27T12:07:00.0000000+00:00", "2010-07-27T12:00:00.0000000+00:00"), (value.Field, value.First, value.Second));
        Assert.Equal((Confidence.Reported, ReportSource.Institution), (value.FirstConfidence, value.FirstSource));
    }

    [Fact]
    public void Far_apart_in_place_and_time_is_not_alike()
    {
        var found = Likeness.Score(Rail(T0), Rail(T0.AddDays(-2), latitude: 40), Shipped.Correlation, T0);
        Assert.Equal([CorrelationReason.SameKind], found.Reasons);
        Assert.True(found.Score < Shipped.Correlation.Threshold);
    }

    [Fact]
    public void The_same_kind_at_the_same_time_is_not_enough()
    {
        var found = Likeness.Score(Rail(T0), Rail(T0, latitude: 40), Shipped.Correlation, T0);
        Assert.Equal([CorrelationReason.SameKind, CorrelationReason.NearInTime], found.Reasons);
        Assert.True(found.Score < Shipped.Correlation.Threshold);
    }

    [Fact]
    public void Drums_near_a_chemical_store_point_to_it()
    {
        var store = Hazard.Identify(Guid.CreateVersion7(), null, HazardKind.HazardousChemicals, "store", "plant", Place(), null, []).Hazard!;
        var found = Likeness.Score(Received(EventKind.EnvironmentalPollution, IncidentCategory.Accident, T0), store, Shipped.Correlation, T0);
        Assert.Equal([CorrelationReason.HazardLeadsToIt, CorrelationReason.NearInPlace], found.Reasons);
        Assert.True(found.Score >= Shipped.Correlation.Threshold);
    }

    [Fact]
    public void The_score_is_the_sum_of_its_reasons()
    {
        var found = Likeness.Score(Rail(T0), Rail(T0, latitude: null), Shipped.Correlation, T0, CorrelationReason.SeenByOfficer);
        Assert.Equal(Math.Min(100, found.Reasons.Sum(Shipped.Correlation.Weight)), found.Score);
        Assert.Contains(CorrelationReason.SameArea, found.Reasons);
    }

    [Fact]
    public void Different_counts_stay_side_by_side()
    {
        var values = Conflicts.Between(Rail(T0, dead: 66), Rail(T0, dead: 70));
        var dead = Assert.Single(values);
        Assert.Equal((ConflictField.Dead, "66", "70"), (dead.Field, dead.First, dead.Second));
    }

    [Theory]
    [InlineData(43.6, 126.5, 43.6, 126.5, 0)]
    [InlineData(0, 179.9, 0, -179.9, 22_239)]
    [InlineData(90, 0, -90, 0, 20_015_087)]
    public void Distance_follows_the_globe(double lat1, double lon1, double lat2, double lon2, double metres) =>
        Assert.Equal(metres, new Place("22", lat1, lon1).MetresTo(new Place("22", lat2, lon2))!.Value, 1.0);

    private static Report Rail(DateTimeOffset occurredAt, double? latitude = 36.8, int dead = 66) =>
        Received(EventKind.Transport, IncidentCategory.Accident, occurredAt, latitude, dead);

    private static Report Received(EventKind kind, IncidentCategory category, DateTimeOffset occurredAt, double? latitude = 43.6, int dead = 0) => Report.Receive(
        new(Guid.CreateVersion7(), ReportKind.Initial, ReportSource.Institution, ReportChannel.Phone, null, null, "rail", "zibo-duty", category,
            Place(latitude, latitude is null ? null : 126.5), occurredAt.AddMinutes(5), new ReportContent(occurredAt, kind, Casualties: [new(CasualtyKind.Dead, dead)])),
        Shipped.Content, occurredAt.AddMinutes(6)).Report!;
}
