using Coordination.Command.Incidents;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Command.Incidents;

public sealed class IncidentTests
{
    internal static readonly DateTimeOffset T0 = new(2010, 7, 27, 12, 0, 0, TimeSpan.Zero);

    private static OpenIncident Flood => new(EventKind.FloodOrDrought, "Songhua river", "220221", T0, T0.AddMinutes(5), "11A51");

    internal static Incident Opened(EventKind kind = EventKind.FloodOrDrought, Guid? exercise = null)
    {
        var (incident, refusal) = Incident.Open(Flood with { Kind = kind, EventCode = null }, "county", exercise);
        Assert.Null(refusal);
        return incident!;
    }

    internal static Incident Active(EventKind kind = EventKind.FloodOrDrought)
    {
        var incident = Opened(kind);
        Assert.Null(incident.Confirm(T0.AddMinutes(10)));
        Assert.Null(incident.Activate());
        return incident;
    }

    [Fact]
    public void The_table_of_an_incident_is_this_one() => Machine.HasTable(Incident.Life, """
        Reported: Confirmed Unfounded MergedInto
        Confirmed: Active MergedInto
        Active: Stabilised
        Stabilised: ResponseEnded Active
        ResponseEnded: Recovery
        Recovery: UnderReview
        UnderReview: Closed
        Closed: Reopened
        Reopened: Active
        """);

    [Fact]
    public void Whatever_is_decided_an_incident_keeps_to_its_table()
    {
        var other = Opened();
        Machine.Keeps(
            () => Opened(), Incident.Life, i => i.State, i => i.Version,
            i => i.Participants.Contains(i.OwnerAgency) && i.Participants.Distinct().Count() == i.Participants.Count
                && i.State == IncidentState.MergedInto == i.MergedIntoId.HasValue
                && (i.ConfirmedAt is not null || i.State is IncidentState.Reported or IncidentState.Unfounded or IncidentState.MergedInto),
            (i, n) => i.Confirm(T0.AddSeconds(n)), (i, _) => i.Activate(), (i, _) => i.Stabilise(), (i, n) => i.EndResponse(T0.AddSeconds(n)),
            (i, _) => i.BeginRecovery(), (i, _) => i.BeginReview(), (i, _) => i.Close(), (i, _) => i.Reopen(),
            (i, n) => n % 6 == 0 ? i.FindUnfounded() : null, (i, n) => n % 6 == 0 ? i.MergeInto(n % 2 == 0 ? other : i) : null,
            (i, n) => i.TakeGrade((IncidentGrade)(n % 4)), (i, n) => Told(i.Join($"agency-{n % 3}")));
    }

    [Fact]
    public void An_incident_runs_from_the_report_to_its_closing_and_may_be_opened_again()
    {
        var incident = Opened();
        Func<Refusal?>[] steps =
        [
            () => incident.Confirm(T0.AddHours(1)), incident.Activate, incident.Stabilise, incident.Activate, incident.Stabilise,
            () => incident.EndResponse(T0.AddHours(9)), incident.BeginRecovery, incident.BeginReview, incident.Close, incident.Reopen, incident.Activate,
        ];
        Assert.All(steps, step => Assert.Null(step()));
        Assert.Equal((IncidentState.Active, T0.AddHours(1), T0.AddHours(9), 12), (incident.State, incident.ConfirmedAt, incident.ResponseEndedAt, incident.Version));
    }

    [Fact]
    public void Nothing_is_known_before_it_happened() =>
        Machine.Refused(Incident.Open(Flood with { KnownAt = T0.AddTicks(-10) }, "county", null).Item2, "known-before-occurred");

    [Theory]
    [InlineData("11B03")]
    [InlineData("14F01")]
    [InlineData("11a51")]
    public void A_code_that_does_not_fit_the_kind_or_is_not_in_the_list_is_refused(string code) =>
        Machine.Refused(Incident.Open(Flood with { EventCode = code }, "county", null).Item2, "event-code");

    [Fact]
    public void The_vocabulary_is_closed_an_assembly_or_petition_has_no_kind_and_no_code()
    {
        Assert.Equal(
            [
                "FloodOrDrought", "Meteorological", "Earthquake", "Geological", "ForestFire", "Biological", "Marine", "WorkSafety", "Transport", "PublicFacility",
                "NuclearOrRadiation", "EnvironmentalPollution", "InfectiousDisease", "UnexplainedIllness", "FoodOrOccupational", "AnimalDisease", "CrowdSafety",
                "AttackCasualties", "ForeignNationalsAffected",
            ], Enum.GetNames<EventKind>());
        Assert.All(EventCodes.Kinds, code => Assert.True(code.Key.Length == 5 && code.Key.StartsWith("11", StringComparison.Ordinal) && code.Key[2] is >= 'A' and <= 'G' && code.Key[3..].All(char.IsAsciiDigit)));
        Assert.All(EventCodes.Kinds.Values, kind => Assert.NotEqual(IncidentCategory.PublicSafety, EventCodes.CategoryOf(kind)));
    }

    [Theory]
    [InlineData(EventKind.Marine, IncidentCategory.NaturalDisaster)]
    [InlineData(EventKind.WorkSafety, IncidentCategory.Accident)]
    [InlineData(EventKind.EnvironmentalPollution, IncidentCategory.Accident)]
    [InlineData(EventKind.InfectiousDisease, IncidentCategory.PublicHealth)]
    [InlineData(EventKind.AnimalDisease, IncidentCategory.PublicHealth)]
    [InlineData(EventKind.CrowdSafety, IncidentCategory.PublicSafety)]
    public void The_category_follows_from_the_kind(EventKind kind, IncidentCategory category) => Assert.Equal(category, Opened(kind).Category);

    [Fact]
    public void A_public_safety_incident_takes_no_grade()
    {
        var incident = Opened(EventKind.CrowdSafety);
        Machine.Refused(incident.TakeGrade(IncidentGrade.Major), "not-graded");
        Assert.Equal((null, 1), (incident.Grade, incident.Version));
    }

    [Fact]
    public void An_incident_is_merged_into_another_one_that_is_open()
    {
        var (incident, itself, unfounded) = (Opened(), Opened(), Opened());
        Assert.Null(unfounded.FindUnfounded());
        Machine.Refused(itself.MergeInto(itself), "same-incident");
        Machine.Refused(incident.MergeInto(unfounded), "merge-target-closed");
        Assert.Equal((IncidentState.Reported, null, 1), (incident.State, incident.MergedIntoId, incident.Version));
        Assert.Null(incident.MergeInto(itself));
        Assert.Equal(itself.Id, incident.MergedIntoId);
        Machine.Refused(itself.MergeInto(incident), "merge-target-closed");
    }

    [Fact]
    public void An_active_incident_is_neither_unfounded_nor_merged_any_more()
    {
        var incident = Active();
        Machine.Refused(incident.FindUnfounded(), "illegal-transition");
        Machine.Refused(incident.MergeInto(Opened()), "illegal-transition");
    }

    [Fact]
    public void The_owner_takes_part_from_the_start_and_taking_part_twice_changes_nothing()
    {
        var incident = Opened();
        Assert.False(incident.Join("county"));
        Assert.True(incident.Join("rail-bureau"));
        Assert.False(incident.Join("rail-bureau"));
        Assert.Equal(["county", "rail-bureau"], incident.Participants);
        Assert.Equal(2, incident.Version);
    }

    [Fact]
    public void Casualties_are_counted_where_the_incident_goes_on()
    {
        var (incident, other, unfounded) = (Opened(), Active(), Opened());
        Assert.Null(incident.MergeInto(other));
        Assert.Null(unfounded.FindUnfounded());
        Machine.Refused(incident.Count(), "no-incident");
        Machine.Refused(unfounded.Count(), "no-incident");
        Assert.Null(other.Stabilise());
        Assert.Null(other.EndResponse(T0.AddHours(9)));
        Assert.Null(other.Count());
    }

    [Fact]
    public void An_entry_of_the_ledger_holds_counts_and_three_times()
    {
        var entry = CasualtyEntry.Of(new([new(CasualtyKind.Dead, 13), new(CasualtyKind.Missing, 6)], T0, T0.AddHours(1)), Opened(), "county", T0.AddHours(8));
        Assert.Equal((T0, T0.AddHours(1), T0.AddHours(8)), (entry.OccurredAt, entry.KnownAt, entry.RecordedAt));
        Assert.Equal([13, 6], entry.Counts.Select(c => c.Count));
    }

    [Fact]
    public void The_totals_of_a_ledger_are_the_newest_known_count_of_each_kind_whenever_it_arrived()
    {
        var incident = Opened();
        CasualtyEntry[] ledger =
        [
            Entry(1, 1, new(CasualtyKind.Dead, 13), new(CasualtyKind.Missing, 6)),
            Entry(5, 6, new CasualtyCount(CasualtyKind.Dead, 63)),
            Entry(3, 9, new(CasualtyKind.Dead, 20), new(CasualtyKind.Injured, 4)),
        ];
        Assert.Equal(
            [(CasualtyKind.Dead, 63), (CasualtyKind.Missing, 6), (CasualtyKind.Injured, 4)],
            CasualtyEntry.Totals(ledger).OrderBy(c => c.Kind).Select(c => (c.Kind, c.Count)));
        Assert.Empty(CasualtyEntry.Totals([]));

        CasualtyEntry Entry(int known, int recorded, params CasualtyCount[] counts) =>
            CasualtyEntry.Of(new(counts, T0, T0.AddHours(known)), incident, "county", T0.AddHours(recorded));
    }

    private static Refusal? Told(bool _) => null;
}
