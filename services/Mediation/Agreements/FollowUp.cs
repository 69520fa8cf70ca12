using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Agreements;

/// <summary>States of a follow-up.</summary>
public enum FollowUpState
{
    /// <summary>Due in time.</summary>
    Scheduled,
    /// <summary>Someone asked how it goes.</summary>
    Done,
    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>Asking after 7 and 30 days how an agreement is being performed.</summary>
internal sealed class FollowUp
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<FollowUpState> Life = new((FollowUpState.Scheduled, [FollowUpState.Done]), (FollowUpState.Done, [FollowUpState.Closed]));

    private FollowUp() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public Guid CaseId { get; private set; }
    public Guid AgreementId { get; private set; }
    public string ClockKey { get; private set; } = "";
    public FollowUpState State { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }

    public static IEnumerable<FollowUp> After(Agreement agreement) => ((string[])["follow-up.first", "follow-up.second"]).Select(key => new FollowUp
    {
        Id = Guid.CreateVersion7(),
        ExerciseId = agreement.ExerciseId,
        CaseId = agreement.CaseId,
        AgreementId = agreement.Id,
        ClockKey = key,
        State = FollowUpState.Scheduled,
    });

    public Refusal? Do(DateTimeOffset at)
    {
        if (Move(FollowUpState.Done) is { } no) return no;
        DoneAt = at;
        return null;
    }

    public Refusal? Close() => Move(FollowUpState.Closed);

    private Refusal? Move(FollowUpState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}

internal static class FollowUpCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/mediation-cases/{id:guid}/follow-ups", List).WithName("listFollowUps").WithSummary("When the committee asks how it goes.").RequireRole(Roles.Mediator);
        routes.MapPost("/v1/follow-ups/{id:guid}/do", (Guid id, MediationDb db, Clocks clocks, Call call, CancellationToken ct) => MoveAsync(id, db, clocks, call, f => f.Do(call.Now), ct))
            .WithName("doFollowUp").WithSummary("The committee asked.").RequireRole(Roles.Mediator).RequireIfMatch();
        routes.MapPost("/v1/follow-ups/{id:guid}/close", (Guid id, MediationDb db, Clocks clocks, Call call, CancellationToken ct) => MoveAsync(id, db, clocks, call, f => f.Close(), ct))
            .WithName("closeFollowUp").WithSummary("Closed.").RequireRole(Roles.Mediator).RequireIfMatch();
    }

    private static async Task<Results<Ok<FollowUpView>, ProblemHttpResult>> MoveAsync(Guid id, MediationDb db, Clocks clocks, Call call, Func<FollowUp, Refusal?> decide, CancellationToken ct)
    {
        if (await db.FollowUps.FindAsync([id], ct) is not { } followUp || await db.CaseAsync(followUp.CaseId, call, ct) is null) return Problems.NotFound("follow-up", id);
        if (call.Stale(followUp.Version) is { } stale) return stale.Problem();
        if (decide(followUp) is { } refusal) return refusal.Problem();
        await clocks.StopAsync(followUp.ClockKey, id, call.Now, ct);
        return TypedResults.Ok(FollowUpView.Of(followUp));
    }

    private static async Task<Results<Ok<Page<FollowUpView>>, ProblemHttpResult>> List(Guid id, Paging page, MediationDb db, Call call, CancellationToken ct) =>
        await db.CaseAsync(id, call, ct) is null
            ? Problems.NotFound("case", id)
            : TypedResults.Ok(await db.FollowUps.AsNoTracking().Where(f => f.CaseId == id).ToPageAsync(page, f => f.Id, FollowUpView.Of, ct));
}

/// <summary>A follow-up.</summary>
public sealed record FollowUpView(Guid Id, int Version, Guid CaseId, Guid AgreementId, string ClockKey, FollowUpState State, DateTimeOffset? DoneAt) : IVersioned
{
    internal static FollowUpView Of(FollowUp f) => new(f.Id, f.Version, f.CaseId, f.AgreementId, f.ClockKey, f.State, f.DoneAt);
}
