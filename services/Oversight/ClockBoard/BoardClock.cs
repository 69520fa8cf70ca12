using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Oversight.ClockBoard;

/// <summary>The newest state of one clock of some service.</summary>
internal sealed class BoardClock
{
    private BoardClock() { }

    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    public string Source { get; private set; } = "";
    public string Key { get; private set; } = "";
    public Guid EntityId { get; private set; }
    public Guid Subject { get; private set; }
    public int Occurrence { get; private set; }
    public ClockState State { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset DueAt { get; private set; }
    public DateTimeOffset? WarnedAt { get; private set; }
    public DateTimeOffset? MetAt { get; private set; }
    public DateTimeOffset? BreachedAt { get; private set; }
    /// <summary>Agencies that may read what it is about where that is no incident, the owner first, each between spaces; <c>*</c> is all.</summary>
    public string Audience { get; private set; } = "";

    public static BoardClock New(Guid id, Guid? exercise, string source) => new() { Id = id, ExerciseId = exercise, Source = source };

    public void Take(ClockChanged e, Guid subject, IReadOnlyList<string> audience)
    {
        (Key, EntityId, Subject, Occurrence, State, StartedAt, DueAt, WarnedAt, MetAt, BreachedAt) =
            (e.Key, e.EntityId, subject, e.Occurrence, e.State, e.StartedAt, e.DueAt, e.WarnedAt, e.MetAt, e.BreachedAt);
        // A replica of a release without audiences says none: that takes nobody's clock away.
        if (audience.Count > 0) Audience = Listed(audience);
    }

    /// <summary>What was offered to all was taken: from now on it is for those whom it concerns.</summary>
    public void Keep(IReadOnlyList<string> audience) => Audience = Listed([.. (audience.Count > 0 ? audience : Audience.Split(' ')).Where(a => a is not ("" or "*"))]);

    /// <summary>Whose the thing is that it is about; null where its subject says it.</summary>
    public string? Owner() => Audience.Split(' ') is [_, var owner, ..] ? owner : null;

    private static string Listed(IReadOnlyList<string> agencies) => agencies.Count == 0 ? "" : $" {string.Join(' ', agencies)} ";
}

/// <summary>The board follows every clock of the region.</summary>
internal sealed class OnClockChanged(OversightDb db) : IHandle<ClockChanged>
{
    public async Task HandleAsync(ClockChanged e, EventContext context, CancellationToken ct)
    {
        var clock = await db.Clocks.FindAsync([e.ClockId], ct);
        if (clock is null) db.Add(clock = BoardClock.New(e.ClockId, context.Exercise, context.Source));
        // A clock is its service's own: nobody else says how it stands.
        if (clock.Source != context.Source) return;
        clock.Take(e, context.Subject, context.Audience);
    }
}

/// <summary>One took a report that every watch was offered: its clocks are no longer for all, and are for that one.</summary>
internal sealed class OnReportTaken(OversightDb db) : IHandle<ReportAcknowledged>, IHandle<ReportStateChanged>
{
    public Task HandleAsync(ReportAcknowledged e, EventContext context, CancellationToken ct) => KeepAsync(e.ReportId, context, ct);

    public Task HandleAsync(ReportStateChanged e, EventContext context, CancellationToken ct) => KeepAsync(e.ReportId, context, ct);

    private async Task KeepAsync(Guid report, EventContext context, CancellationToken ct)
    {
        foreach (var clock in await db.Clocks.Where(c => c.Subject == report).ToListAsync(ct)) clock.Keep(context.Audience);
    }
}
