using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Rosters;

/// <summary>The duty watch of an agency over some days: shifts that leave no minute uncovered 24小时值班.</summary>
internal sealed class DutyRoster
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private DutyRoster() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public string Agency { get; private set; } = "";
    public string Post { get; private set; } = "";
    public DateTimeOffset From { get; private set; }
    public DateTimeOffset Until { get; private set; }
    /// <summary>On how many days its post answered when it was called.</summary>
    public int TestsAnswered { get; private set; }
    /// <summary>On how many days it did not.</summary>
    public int TestsUnanswered { get; private set; }

    /// <summary>Plans whole days of watch. Shifts may overlap; a gap is refused.</summary>
    public static (DutyRoster?, Refusal?) Plan(Guid id, Guid? exercise, string agency, string post, IReadOnlyList<ShiftTime> shifts)
    {
        for (var i = 0; i < shifts.Count; i++)
        {
            if (shifts[i].Until <= shifts[i].From || shifts[i].Until - shifts[i].From > Day)
                return (null, Refusal.Invalid($"/shifts/{i}/until", "shift-length", "A shift ends after it began and lasts at most 24 hours."));
            if (i > 0 && shifts[i].From < shifts[i - 1].From)
                return (null, Refusal.Invalid($"/shifts/{i}/from", "shift-order", "Shifts stand in the order of their start."));
            if (i > 0 && shifts[i].From > shifts.Take(i).Max(s => s.Until))
                return (null, Refusal.Invalid($"/shifts/{i}/from", "cover-gap", "Between two shifts nobody would keep the watch."));
        }
        var (from, until) = (shifts[0].From, shifts.Max(s => s.Until));
        if (until - from < Day) return (null, Refusal.Invalid("/shifts", "cover-gap", "A roster covers at least 24 hours."));
        return (new() { Id = id, ExerciseId = exercise, Agency = agency, Post = post, From = from, Until = until }, null);
    }

    /// <summary>Its post was called, and answered or did not.</summary>
    public void Count(ReachabilityState result)
    {
        if (result == ReachabilityState.Answered) TestsAnswered++;
        else TestsUnanswered++;
        Version++;
    }
}

/// <summary>From when until when a shift lasts.</summary>
/// <param name="From">Start.</param>
/// <param name="Until">End.</param>
public sealed record ShiftTime(DateTimeOffset From, DateTimeOffset Until);
