using Coordination.Command.Rosters;
using Coordination.Contracts.Events;

namespace Coordination.Tests.Unit.Command.Rosters;

/// <summary>A watch whose days are played hour by hour: shifts are taken when they begin, or not; its clock warns six hours before the cover ends and fires when it does.</summary>
internal sealed class Played
{
    private static readonly DateTimeOffset T0 = new(2026, 7, 27, 0, 0, 0, TimeSpan.Zero);
    private static readonly DutyRoster Roster = DutyRoster.Plan(Guid.CreateVersion7(), null, "county", "duty desk", [new(T0, T0.AddHours(24))]).Item1!;

    private readonly List<(DutyShift Shift, int From, int Until, bool Comes)> shifts = [];

    public int End { get; private set; }
    public List<(int At, WatchState State)> Alarms { get; } = [];
    public List<(int At, bool IsKept, WatchState State)> Hours { get; } = [];

    /// <summary>The next shift begins some hours before the cover ends, or after it where the overlap is negative.</summary>
    public void Add(int overlap, int length, bool comes = true)
    {
        var from = shifts.Count == 0 ? 0 : Math.Max(shifts[^1].From, End - overlap);
        var until = Math.Max(from + length, Math.Min(End + 1, from + 24));
        shifts.Add((DutyShift.Plan(Guid.CreateVersion7(), Roster, new(T0.AddHours(from), T0.AddHours(until))), from, until, comes));
        End = Math.Max(End, until);
    }

    public void Play()
    {
        var watch = DutyWatch.Begin(Roster);
        List<DutyShift> all = [.. shifts.Select(s => s.Shift)];
        for (var hour = 0; hour <= End + 1; hour++)
        {
            var now = T0.AddHours(hour);
            foreach (var (shift, from, _, comes) in shifts.Where(s => s.From == hour)) Begin(shift, comes, now);
            Told(watch.Look(all, now), hour);
            if (watch.State == WatchState.Covered && watch.CoveredUntil <= now.AddHours(6)) Told(watch.Foresee(all, watch.CoveredUntil) is null, hour);
            Hours.Add((hour, shifts.Exists(s => s.Comes && s.From <= hour && hour < s.Until), watch.State));
        }

        void Told(bool changed, int hour)
        {
            if (changed) Alarms.Add((hour, watch.State));
        }
    }

    private static void Begin(DutyShift shift, bool comes, DateTimeOffset now)
    {
        Assert.Null(shift.Confirm("county"));
        Assert.Null(comes ? shift.TakeDuty("county", now) : shift.LeaveUncovered());
    }
}
