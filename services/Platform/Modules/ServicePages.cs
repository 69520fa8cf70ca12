using Coordination.Contracts;
using Coordination.Contracts.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>Pages that every service has: its journal's state, its clocks, and the events it set aside.</summary>
internal static class ServicePages
{
    internal static void Map(IEndpointRouteBuilder routes, ServiceModule module, ServiceInstance instance)
    {
        var at = $"/v1/{instance.Name}";
        var name = instance.Name.Replace('@', '-');
        routes.MapGet($"{at}/journal", Journal).WithName($"{name}Journal").WithSummary("Whether this service has anything under way.")
            .RequireRole(JournalReaders(module));
        routes.MapGet($"{at}/clocks", List).WithName($"{name}Clocks").WithSummary("The clocks of this service, oldest first.")
            .RequireRole([.. module.ConfidentialTo ?? [Roles.Operator, Roles.Auditor]]);
        if (module.HasAccessLog) AccessPage.Map(routes, at, name);
        routes.MapGet($"{at}/deferred", Deferred).WithName($"{name}Deferred").WithSummary("Events set aside, oldest first.").RequireRole(Roles.Operator);
        routes.MapPost($"{at}/deferred/{{id:guid}}/retry", Retry).WithName($"{name}RetryDeferred")
            .WithSummary("Tries an event again that was set aside.").RequireRole(Roles.Operator);
        routes.MapPost($"{at}/deferred/{{id:guid}}/discard", Discard).WithName($"{name}DiscardDeferred")
            .WithSummary("Gives an event up that was set aside; the next of its subject go on.").RequireRole(Roles.Operator);
    }

    /// <summary>Positions count what happens in a service: of a confidential one they are for those who run the region, and its own people.</summary>
    private static string[] JournalReaders(ServiceModule module) => module.ConfidentialTo is { } own
        ? [Roles.Operator, Roles.Auditor, .. own]
        : [Roles.Operator, Roles.Auditor, Roles.Integration, Roles.DutyOfficer, Roles.Commander];

    private static async Task<Ok<JournalStatus>> Journal(Guid? exercise, ServiceDb db, ServiceStatus status, CancellationToken ct) =>
        TypedResults.Ok(await status.ReadAsync(db, exercise, ct));

    private static async Task<Ok<Page<ClockView>>> List(Paging page, Guid? exercise, ServiceDb db, CancellationToken ct) =>
        TypedResults.Ok(await db.Set<Clock>().AsNoTracking().Where(c => c.ExerciseId == exercise).ToPageAsync(page, c => c.Id, ClockView.Of, ct));

    private static async Task<Ok<Page<DeferredView>>> Deferred(Paging page, ServiceDb db, CancellationToken ct) =>
        TypedResults.Ok(await db.Set<DeferredEvent>().AsNoTracking().ToPageAsync(page, d => d.Id, DeferredView.Of, ct));

    internal static async Task<Results<Ok<DeferredView>, ProblemHttpResult>> Retry(Guid id, ServiceDb db, Wakes wakes, AfterCommit afterCommit, CancellationToken ct)
    {
        if (await db.Set<DeferredEvent>().FindAsync([id], ct) is not { } row) return Problems.NotFound("deferred event", id);
        row.NotBefore = DateTimeOffset.UnixEpoch;
        afterCommit.Do(wakes.Deferred.Pulse);
        return TypedResults.Ok(DeferredView.Of(row));
    }

    internal static async Task<Results<Ok<DeferredView>, ProblemHttpResult>> Discard(Guid id, ServiceDb db, Wakes wakes, AfterCommit afterCommit, CancellationToken ct)
    {
        if (await db.Set<DeferredEvent>().FindAsync([id], ct) is not { } row) return Problems.NotFound("deferred event", id);
        db.Add(new InboxRow { Consumer = row.Consumer, Source = row.Source, Position = row.Position, EventId = row.EventId, Discarded = true });
        db.Remove(row);
        foreach (var next in await db.Set<DeferredEvent>().Where(d => d.Consumer == row.Consumer && d.Source == row.Source && d.Subject == row.Subject && d.Id != id).ToListAsync(ct))
            next.NotBefore = DateTimeOffset.UnixEpoch;
        afterCommit.Do(wakes.Deferred.Pulse);
        return TypedResults.Ok(DeferredView.Of(row));
    }
}

/// <summary>A clock as the board shows it; all instants are exercise time in an exercise.</summary>
public sealed record ClockView(
    Guid Id, string Key, Guid EntityId, Guid Subject, int Occurrence, ClockState State, DateTimeOffset StartedAt, DateTimeOffset DueAt,
    DateTimeOffset? WarnedAt, DateTimeOffset? MetAt, DateTimeOffset? BreachedAt, DateTimeOffset? PausedAt, string Basis)
{
    internal static ClockView Of(Clock c) => new(
        c.Id, c.Key, c.EntityId, c.Subject, c.Occurrence, c.State, c.StartedAt, c.DueAt, c.WarnedAt, c.MetAt, c.BreachedAt, c.PausedAt, c.Basis);
}

/// <summary>An event that was set aside. <c>error</c> names the kind of failure, never its words.</summary>
public sealed record DeferredView(
    Guid Id, string Consumer, string Source, long Position, string Type, Guid Subject, DateTimeOffset DeferredAt, DateTimeOffset NotBefore, int Attempts, string Error)
{
    internal static DeferredView Of(DeferredEvent d) => new(d.Id, d.Consumer, d.Source, d.Position, d.Type, d.Subject, d.DeferredAt, d.NotBefore, d.Attempts, d.Error);
}
