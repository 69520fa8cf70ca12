using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Custody;

/// <summary>A step, and the parties who are present and sign it.</summary>
/// <param name="Action">Seal, ask for opening, open, release, archive.</param>
/// <param name="SignedBy">Parties of the case that sign; sealing, opening and release need both sides.</param>
public sealed record TakeCustodyStep(CustodyAction Action, [property: Items(0, 20)] IReadOnlyList<Guid> SignedBy);

/// <summary>The caller is the keeper. An attempt that breaks a rule changes nothing and is in the log all the same: the answer names the rule.</summary>
internal static class TakeCustodyStepSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/evidence/{id:guid}/custody", Handle)
        .WithName("takeCustodyStep").WithSummary("Seals, opens or releases with both sides; a refused attempt is logged.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<EvidenceView>, ProblemHttpResult>> Handle(Guid id, TakeCustodyStep body, MediationDb db, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.EvidenceAsync(id, call, ct) is not { } item) return Problems.NotFound("evidence", id);
        if (body.Action == CustodyAction.HandOver) return Refusal.Invalid("/action", "hand-over", "Custody is handed over at /hand-over.").Problem();
        var parties = await db.PartiesAsync(item.CaseId, ct);
        if (body.SignedBy.Any(s => !parties.Exists(p => p.Id == s))) return Refusal.Invalid("/signedBy", "party", "Must be parties of the case.").Problem();
        var refused = item.Take(body.Action, [.. parties.Where(p => body.SignedBy.Contains(p.Id))], call.Caller.Subject);
        await db.LogAsync(item, body.Action, refused, body.SignedBy, call, ct);
        await RunClocksAsync(item, body.Action, refused, clocks, call, ct);
        return TypedResults.Ok(EvidenceView.Of(item, refused));
    }

    private static async Task RunClocksAsync(EvidenceItem item, CustodyAction action, Refusal? refused, Clocks clocks, Call call, CancellationToken ct)
    {
        if (refused is { Rule: "both-sides" } && action == CustodyAction.Seal && await clocks.FindAsync("evidence.seal-retry", item.Id, ct) is not { State: ClockState.Running })
        {
            var last = await clocks.FindAsync("evidence.seal-retry", item.Id, ct);
            clocks.Start("evidence.seal-retry", item.Id, item.CaseId, call.Now, occurrence: (last?.Occurrence ?? -1) + 1);
        }
        if (refused is not null) return;
        if (item.State is EvidenceState.Sealed)
        {
            await clocks.StopAsync("evidence.seal-retry", item.Id, call.Now, ct);
            if (item.Completes is { } first) await clocks.StopAsync("evidence.record-completion", first, call.Now, ct);
            clocks.Start("evidence.self-unseal", item.Id, item.CaseId, call.Now);
        }
        if (item.State is EvidenceState.Resealed) await clocks.StopAsync("evidence.seal-retry", item.Id, call.Now, ct);
        if (item.State is EvidenceState.Released) await clocks.CancelAsync("evidence.self-unseal", item.Id, ct);
    }
}
