using Coordination.Exchange.Webhooks;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Exchange;

public sealed class TripTests
{
    private static readonly Guid Subject = Guid.NewGuid();

    [Fact]
    public void What_is_taken_does_not_wait()
    {
        var trip = Of(0, true, 3, 5);
        Send(trip, 200);
        Send(trip, 204);
        Assert.Equal((2, (long?)null, (Attempt?)null), (trip.Taken, trip.Rest, trip.Failure));
    }

    [Theory, InlineData(302), InlineData(400), InlineData(500), InlineData(410)]
    public void What_is_not_taken_waits_and_so_does_all_behind_it(int status)
    {
        var trip = Of(4, true, 3, 5, 8);
        Send(trip, 200);
        Send(trip, status);
        Assert.Equal((1, (long?)5, 1), (trip.Taken, trip.Rest, trip.Failure!.Number));
    }

    [Fact]
    public void An_attempt_counts_on_those_before_at_the_same_event()
    {
        var trip = Of(4, true, 3, 5);
        Send(trip, 500);
        Assert.Equal((0, (long?)3, 5), (trip.Taken, trip.Rest, trip.Failure!.Number));
    }

    [Fact]
    public void What_was_not_begun_waits_and_more_of_the_incident_behind_it()
    {
        Assert.Equal(3, Of(0, true, 3, 5).Rest);
        var part = Of(0, false, 3, 5);
        Send(part, 200);
        Send(part, 200);
        Assert.Equal(6, part.Rest);
        Assert.Null(Of(2, true).Rest);
    }

    [Fact]
    public void A_long_stretch_of_which_nothing_is_wanted_is_passed_over() => Assert.Equal(41, new Trip(Subject, [], 0, false, 40).Rest);

    [Theory, InlineData(429, true), InlineData(502, true), InlineData(503, true), InlineData(504, true), InlineData(500, false), InlineData(404, false), InlineData(307, false)]
    public void Some_answers_say_that_nobody_is_there_and_the_others_are_about_the_event(int status, bool expected)
    {
        var trip = Of(0, true, 1);
        Send(trip, status);
        Assert.Equal(expected, trip.Failure!.IsSilence);
    }

    private static Trip Of(int before, bool isWhole, params int[] positions) => new(
        Subject, [.. positions.Select(p => new LoggedEvent(p, Guid.NewGuid(), "a.b.v1", Subject, null, default, default, default))], before, isWhole, positions.LastOrDefault());

    private static void Send(Trip trip, int status) =>
        trip.Add(new(trip.Events[trip.Taken], trip.NextNumber, new(OutboundOutcome.Answered, status), DateTimeOffset.UnixEpoch, TimeSpan.Zero));
}
