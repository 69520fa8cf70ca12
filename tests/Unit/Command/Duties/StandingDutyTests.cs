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

    private static (StandingDuty?, Refusal?) Begin(string agency, StandingDutyKind kind = StandingDutyKind.MonthlyMeeting) => StandingDuty.Begin(new(kind, "220221"), agency, null, T0);

    [Fact]
    public void The_table_of_a_standing_duty_is_this_one() => Machine.HasTable(StandingDuty.Life, "Running: Ended");

    [Fact]
    public void Whatever_is_done_it_ends_once() => Machine.Keeps(
        () => Begin("county").Item1!, StandingDuty.Life, d => d.State, d => d.Version, d => (d.State == StandingDutyState.Ended) == (d.EndedAt is not null), (d, n) => n % 7 == 0 ? d.End(T0) : null);

    [Fact]
    public void An_agency_owes_it_and_each_kind_has_its_clock()
    {
        Machine.Refused(Begin("Mr Li").Item2, "code");
        Assert.Equal(("meeting.monthly", "training.quarterly"), (Begin("county").Item1!.ClockKey(), Begin("fire", StandingDutyKind.QuarterlyTraining).Item1!.ClockKey()));
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
