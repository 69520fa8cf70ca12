using Coordination.Command.Duties;
using Coordination.Command.Trainings;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Tests.Unit.Command.Meetings;

namespace Coordination.Tests.Unit.Command.Duties;

public sealed class StandingDutyTests
{
    private static readonly DateTimeOffset T0 = MeetingTests.T0;
    private static readonly RecordTraining Boats = new(TrainingKind.FrontLineTeams, "Boats", 24, T0);

    private static (StandingDuty?, Refusal?) Begin(string agency, StandingDutyKind kind = StandingDutyKind.MonthlyMeeting) => StandingDuty.Begin(new(kind, "220221"), agency, "city", null, T0);

    [Fact]
    public void The_table_of_a_standing_duty_is_this_one() => Machine.HasTable(StandingDuty.Life, "Running: Ended");

    [Fact]
    public void Whatever_is_done_it_ends_once() => Machine.Keeps(
        () => Begin("county").Item1!, StandingDuty.Life, d => d.State, d => d.Version, d => (d.State == StandingDutyState.Ended) == (d.EndedAt is not null), (d, n) => n % 7 == 0 ? d.End("city", false, T0) : null);

    [Fact]
    public void An_agency_owes_it_and_each_kind_has_its_clock()
    {
        Machine.Refused(Begin("Mr Li").Item2, "code");
        Assert.Equal(("meeting.monthly", "training.quarterly"), (Begin("county").Item1!.ClockKey(), Begin("fire", StandingDutyKind.QuarterlyTraining).Item1!.ClockKey()));
    }

    [Fact]
    public void Who_owes_it_ends_only_what_it_took_upon_itself()
    {
        Machine.Refused(Begin("county").Item1!.End("county", true, T0), "no-authority");
        Machine.Refused(Begin("county").Item1!.End("harbour", false, T0), "no-authority");
        Assert.Null(Begin("county").Item1!.End("city", false, T0));
        Assert.Null(Begin("county").Item1!.End("province", true, T0));
        Assert.Null(Begin("city").Item1!.End("city", false, T0));
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, 0)]
    [InlineData(5, 0)]
    [InlineData(10, 0)]
    [InlineData(11, 1)]
    [InlineData(20, 1)]
    [InlineData(21, 2)]
    [InlineData(400, 2)]
    public void What_was_done_meets_the_occurrence_in_whose_time_it_was_however_late_it_is_recorded(int day, int? occurrence) =>
        Assert.Equal(occurrence, StandingDuty.OccurrenceAt([T0, T0.AddDays(10), T0.AddDays(20)], T0.AddDays(day)));

    [Fact]
    public void Recorded_twice_it_meets_the_next_occurrence_no_more_than_nothing_owed_is_met()
    {
        Assert.Equal(0, StandingDuty.OccurrenceAt([T0, T0], T0));
        Assert.Null(StandingDuty.OccurrenceAt([], T0));
    }

    [Fact]
    public void A_training_counts_who_took_part_and_names_what_it_answers_once()
    {
        var answer = new TrainingAnswer(Guid.CreateVersion7(), 1);
        var training = Training.Record(Boats with { Answers = [answer, answer] }, null, "fire", T0).Item1!;
        Assert.Equal((24, 1), (training.Participants, training.Answers.Count));
        Machine.Refused(Training.Record(Boats with { Participants = 0 }, null, "fire", T0).Item2, "range");
    }
}
