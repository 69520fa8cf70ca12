using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Rosters;

/// <summary>
/// Looks at a watch after whatever changes its cover, and lets its clock say when the cover ends: it runs for the last hours before, its warning is the alarm
/// that a gap lies ahead, its breach the gap, and its stop the cover.
/// </summary>
internal sealed class WatchCover(CommandDb db, Clocks clocks, JurisdictionPackage package)
{
    private const string Key = "watch.cover";

    /// <summary>A roster is planned: its post has a watch from then on.</summary>
    public async Task PlannedAsync(DutyRoster roster, DateTimeOffset at, CancellationToken ct)
    {
        var isKeptAgain = false;
        var watch = await db.DutyWatches.FindAsync([DutyWatch.IdOf(roster.ExerciseId, roster.Agency, roster.Post)], ct);
        if (watch is null) db.Add(watch = DutyWatch.Begin(roster));
        else isKeptAgain = watch.Take(roster);
        await LookAsync(watch, at, isKeptAgain, ct);
    }

    /// <summary>A shift moved on. Where its post has no watch yet, because an earlier build planned it, it has one now.</summary>
    public async Task MovedAsync(DutyShift shift, DateTimeOffset at, CancellationToken ct)
    {
        if (await db.DutyRosters.FindAsync([shift.RosterId], ct) is not { } roster) return;
        if (await db.DutyWatches.FindAsync([DutyWatch.IdOf(roster.ExerciseId, roster.Agency, roster.Post)], ct) is { } watch) await LookAsync(watch, at, ct);
        else await PlannedAsync(roster, at, ct);
    }

    public Task LookAsync(DutyWatch watch, DateTimeOffset at, CancellationToken ct) => LookAsync(watch, at, isKeptAgain: false, ct);

    private async Task LookAsync(DutyWatch watch, DateTimeOffset at, bool isKeptAgain, CancellationToken ct)
    {
        var (state, until) = (watch.State, watch.CoveredUntil);
        if (watch.Look(await ShiftsAsync(watch, at, ct), at) || isKeptAgain) db.Append(watch.Id, watch.Changed(at));
        var clock = await clocks.FindAsync(Key, watch.Id, ct);
        if (watch.State == WatchState.StoodDown || (clock is not null && (watch.State, watch.CoveredUntil) == (state, until) && clock.State is not (ClockState.Cancelled or ClockState.Waived))) return;
        if (watch.State == WatchState.Gap && clock?.DueAt == watch.CoveredUntil) return;
        // Cover that comes after the alarm is a duty done; before it, nothing was owed yet.
        if (state is WatchState.GapAhead or WatchState.Gap && watch.State == WatchState.Covered) await clocks.StopAsync(Key, watch.Id, at, ct);
        else await clocks.CancelAsync(Key, watch.Id, ct);
        var from = watch.State == WatchState.Gap ? watch.CoveredUntil : watch.CoveredUntil - Lead();
        clocks.Start(Key, watch.Id, watch.Id, from, due: watch.CoveredUntil, occurrence: clock?.Occurrence + 1 ?? 0);
    }

    public async Task ForeseeAsync(DutyWatch watch, Clock clock, CancellationToken ct)
    {
        if (watch.Foresee(await ShiftsAsync(watch, clock.WarnAt, ct), clock.DueAt) is null) db.Append(watch.Id, watch.Changed(clock.WarnAt));
    }

    /// <summary>Nothing is owed at the post any more.</summary>
    public async Task StoodDownAsync(DutyWatch watch, CancellationToken ct)
    {
        await clocks.WaiveAsync(Key, watch.Id, "post-stood-down", watch.Agency, ct);
        await clocks.CancelAsync(Key, watch.Id, ct);
    }

    /// <summary>Its shifts that are not over, of all its rosters, with those that the transaction at hand adds.</summary>
    private async Task<List<DutyShift>> ShiftsAsync(DutyWatch watch, DateTimeOffset at, CancellationToken ct)
    {
        var rosters = await db.DutyRosters.Where(r => r.ExerciseId == watch.ExerciseId && r.Agency == watch.Agency && r.Post == watch.Post && r.Until > at)
            .Select(r => r.Id).ToListAsync(ct);
        rosters.AddRange(db.DutyRosters.Local.Where(r => r.ExerciseId == watch.ExerciseId && r.Agency == watch.Agency && r.Post == watch.Post).Select(r => r.Id));
        await db.DutyShifts.Where(s => rosters.Contains(s.RosterId) && s.Until > at).LoadAsync(ct);
        return [.. db.DutyShifts.Local.Where(s => rosters.Contains(s.RosterId) && s.Until > at)];
    }

    private TimeSpan Lead()
    {
        var definition = package.Clock(Key, new ClockScope());
        return definition.Unit switch
        {
            ClockUnit.Minute => TimeSpan.FromMinutes(definition.Duration),
            ClockUnit.Hour => TimeSpan.FromHours(definition.Duration),
            _ => TimeSpan.FromDays(definition.Duration),
        };
    }
}
