using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Custody;

/// <summary>An entry of the custody log.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Sequence">From 1, without a gap.</param>
/// <param name="Action">What was done or tried.</param>
/// <param name="RefusedBy">Rule by which the attempt was refused, or null.</param>
/// <param name="SignedBy">Parties that signed.</param>
/// <param name="Custodian">Who took the step.</param>
/// <param name="At">When.</param>
/// <param name="Hash">SHA-256 over this entry and the hash before it, hex.</param>
public sealed record CustodyView(Guid Id, int Sequence, CustodyAction Action, string? RefusedBy, IReadOnlyList<Guid> SignedBy, string Custodian, DateTimeOffset At, string Hash);

internal static class ReadCustodyLog
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/evidence/{id:guid}/custody", Handle)
        .WithName("readCustodyLog").WithSummary("Every step and attempt, chained.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<Page<CustodyView>>, ProblemHttpResult>> Handle(Guid id, Paging page, MediationDb db, Call call, CancellationToken ct) =>
        await db.EvidenceAsync(id, call, ct) is null
            ? Problems.NotFound("evidence", id)
            : TypedResults.Ok(await db.CustodyLog.AsNoTracking().Where(e => e.EvidenceId == id)
                .ToPageAsync(page, e => e.Id, e => new CustodyView(e.Id, e.Sequence, e.Action, e.RefusedBy, e.SignedBy, e.Custodian, e.At, e.Hash), ct));
}
