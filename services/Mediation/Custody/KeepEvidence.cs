using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Custody;

/// <summary>A piece for the inventory; the description is sealed.</summary>
public sealed record ListEvidence([property: Text(500)] string Description);

/// <summary>A step, and the parties who are present and sign it.</summary>
public sealed record CustodyStep(CustodyAction Action, [property: Items(0, 10)] IReadOnlyList<Guid> SignedBy);

/// <summary>Sealing, opening and giving back. An attempt that breaks a rule changes nothing and is in the log all the same: the answer says so.</summary>
internal static class KeepEvidence
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/mediation-cases/{id:guid}/evidence", List).WithName("listEvidence").WithSummary("Puts a piece on the inventory.").RequireRole(Roles.Mediator);
        routes.MapPost("/v1/evidence/{id:guid}/custody", Take).WithName("takeCustodyStep").WithSummary("Seals, opens or gives back; a refused attempt is logged.").RequireRole(Roles.Mediator);
        routes.MapGet("/v1/evidence/{id:guid}/custody", Log).WithName("readCustodyLog").WithSummary("Every step and attempt, chained.").RequireRole(Roles.Mediator);
    }

    private static async Task<Results<Created<EvidenceView>, ProblemHttpResult>> List(Guid id, ListEvidence request, MediationDb db, ISecretBox box, Call call, CancellationToken ct)
    {
        if (await db.CaseAsync(id, call, ct) is not { } found) return Problems.NotFound("case", id);
        var item = EvidenceItem.List(found, box.Seal(request.Description));
        db.Add(item);
        return TypedResults.Created($"/v1/evidence/{item.Id}", new EvidenceView(item.Id, item.Version, item.State, null));
    }

    private static async Task<Results<Ok<EvidenceView>, ProblemHttpResult>> Take(Guid id, CustodyStep request, MediationDb db, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.Evidence.FindAsync([id], ct) is not { } item || await db.CaseAsync(item.CaseId, call, ct) is null) return Problems.NotFound("evidence", id);
        var parties = await db.PartiesAsync(item.CaseId, ct);
        if (request.SignedBy.Any(s => !parties.Exists(p => p.Id == s))) return Refusal.Invalid("/signedBy", "party", "Must be parties of the case.").Problem();
        var refused = item.Take(request.Action, [.. parties.Where(p => request.SignedBy.Contains(p.Id))]);
        var last = await db.CustodyLog.Where(e => e.EvidenceId == id).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(ct);
        db.Add(CustodyEntry.After(last, item, request.Action, refused, request.SignedBy, call.Caller.Subject, call.Now));
        if (refused is null && item.State == EvidenceState.Sealed) clocks.Start("evidence.self-unseal", id, item.CaseId, call.Now);
        if (refused is null && item.State == EvidenceState.Released) await clocks.CancelAsync("evidence.self-unseal", id, ct);
        return TypedResults.Ok(new EvidenceView(id, item.Version, item.State, refused?.Rule));
    }

    private static async Task<Results<Ok<Page<CustodyView>>, ProblemHttpResult>> Log(Guid id, Paging page, MediationDb db, Call call, CancellationToken ct) =>
        await db.Evidence.FindAsync([id], ct) is not { } item || await db.CaseAsync(item.CaseId, call, ct) is null
            ? Problems.NotFound("evidence", id)
            : TypedResults.Ok(await db.CustodyLog.AsNoTracking().Where(e => e.EvidenceId == id)
                .ToPageAsync(page, e => e.Id, e => new CustodyView(e.Id, e.Sequence, e.Action, e.RefusedBy, e.SignedBy, e.At, e.Hash), ct));
}

/// <summary>Three years without a claim: the keeper may open it.</summary>
internal sealed class OnSelfUnsealDue(MediationDb db) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct) => (await db.Evidence.FindAsync([clock.EntityId], ct))?.AllowSelfUnsealing();
}

/// <summary>A piece of evidence; <c>refusedBy</c> names the rule by which the attempt was refused.</summary>
public sealed record EvidenceView(Guid Id, int Version, EvidenceState State, string? RefusedBy) : IVersioned;

/// <summary>An entry of the custody log.</summary>
public sealed record CustodyView(Guid Id, int Sequence, CustodyAction Action, string? RefusedBy, IReadOnlyList<Guid> SignedBy, DateTimeOffset At, string Hash);
