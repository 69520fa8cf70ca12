using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>
/// Starts and stops the clocks of the service's entities, in the transaction of the change. Definitions come from the jurisdiction package.
/// Stopping, pausing or cancelling a clock that was never started changes nothing.
/// </summary>
public sealed class Clocks(ServiceDb db, JurisdictionPackage package, Call call, ExerciseTimes times, ServiceInstance instance)
{
    /// <summary>Starts a clock.</summary>
    /// <param name="key">Its key in the package; an unknown key is a programming error and throws.</param>
    /// <param name="entity">The entity that owes the duty.</param>
    /// <param name="subject">The subject of its events: the incident, or the entity where there is none.</param>
    /// <param name="from">When the time began to run; may lie in the past or ahead.</param>
    /// <param name="scope">Where it runs, to find the most specific value.</param>
    /// <param name="due">A due moment set by decision instead of the duration.</param>
    /// <param name="occurrence">Number of the recurrence, from 0.</param>
    public Clock Start(string key, Guid entity, Guid subject, DateTimeOffset from, ClockScope? scope = null, DateTimeOffset? due = null, int occurrence = 0)
    {
        var definition = package.Clock(key, scope ?? new ClockScope());
        var clock = Clock.Create(call.Exercise, key, entity, subject, occurrence, from, due ?? definition.Due(from, package.Calendar), call.Now,
            definition.WarnAt, definition.Pause, definition.Basis);
        db.Add(clock);
        Changed(clock);
        return clock;
    }

    /// <summary>Starts the occurrence after the newest one, or the first; the newest is left as it is.</summary>
    /// <param name="key">Its key in the package; an unknown key is a programming error and throws.</param>
    /// <param name="entity">The entity that owes the duty.</param>
    /// <param name="subject">The subject of its events: the incident, or the entity where there is none.</param>
    /// <param name="from">When the time began to run; may lie in the past or ahead.</param>
    /// <param name="scope">Where it runs, to find the most specific value.</param>
    /// <param name="ct">Cancellation.</param>
    /// <param name="due">A due moment set by decision instead of the duration.</param>
    public async Task<Clock> StartNextAsync(string key, Guid entity, Guid subject, DateTimeOffset from, ClockScope? scope, CancellationToken ct, DateTimeOffset? due = null) =>
        Start(key, entity, subject, from, scope, due, (await FindAsync(key, entity, ct))?.Occurrence + 1 ?? 0);

    /// <summary>The duty was done at <paramref name="occurredAt"/>: the newest occurrence's, or the one that is named.</summary>
    public Task<Refusal?> StopAsync(string key, Guid entity, DateTimeOffset occurredAt, CancellationToken ct, int? occurrence = null) =>
        ChangeAsync(key, entity, c => c.Stop(Micros.Truncate(occurredAt)), ct, occurrence);

    /// <summary>The duty is no longer owed.</summary>
    public Task<Refusal?> CancelAsync(string key, Guid entity, CancellationToken ct) => ChangeAsync(key, entity, c => c.Cancel(), ct);

    /// <summary>Pauses for a reason that the definition names.</summary>
    public Task<Refusal?> PauseAsync(string key, Guid entity, string reason, DateTimeOffset at, CancellationToken ct) =>
        ChangeAsync(key, entity, c => c.Pause(reason, Micros.Truncate(at)), ct);

    /// <summary>Runs on after a pause.</summary>
    public Task<Refusal?> ResumeAsync(string key, Guid entity, DateTimeOffset at, CancellationToken ct) =>
        ChangeAsync(key, entity, c => c.Resume(Micros.Truncate(at)), ct);

    /// <summary>Gives the duty up. <paramref name="reason"/> is a code.</summary>
    public Task<Refusal?> WaiveAsync(string key, Guid entity, string reason, string approver, CancellationToken ct) =>
        ChangeAsync(key, entity, c => c.Waive(reason, approver), ct);

    /// <summary>The newest occurrence of an entity's clock, or the one that is named; null when there is none.</summary>
    public async Task<Clock?> FindAsync(string key, Guid entity, CancellationToken ct, int? occurrence = null)
    {
        var here = db.Set<Clock>().Local.Where(c => c.EntityId == entity && c.Key == key && (occurrence is null || c.Occurrence == occurrence))
            .OrderByDescending(c => c.Occurrence).FirstOrDefault();
        // One that is named or whose entity is new is not looked for in the store when it cannot be there, or is here.
        if (IsNew(entity) || (here is not null && occurrence is not null)) return here;
        var stored = await ClockQueries.Newest.In(db)(db, entity, key, occurrence, ct);
        return here is not null && here.Occurrence > (stored?.Occurrence ?? -1) ? here : stored;
    }

    private bool IsNew(Guid entity) => db.ChangeTracker.Entries()
        .Any(e => e.State == EntityState.Added && e.Metadata.FindPrimaryKey() is { Properties: [{ ClrType: var type } id] } && type == typeof(Guid) && Equals(e.Property(id).CurrentValue, entity));

    private async Task<Refusal?> ChangeAsync(string key, Guid entity, Func<Clock, Refusal?> decide, CancellationToken ct, int? occurrence = null)
    {
        if (await FindAsync(key, entity, ct, occurrence) is not { } clock) return null;
        var before = clock.Version;
        if (decide(clock) is { } refusal) return refusal;
        if (clock.Version == before) return null;
        if (!instance.IsConfidential) await db.RecallAsync(clock, ct);
        Changed(clock);
        return null;
    }

    private void Changed(Clock clock)
    {
        clock.WakeAt = clock.NextMoment is { } moment ? times.RealOf(clock.ExerciseId, moment) : null;
        if (!instance.IsConfidential) db.Append(clock);
    }
}
