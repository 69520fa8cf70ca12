using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Custody;

/// <summary>Whether a custody log is whole.</summary>
/// <param name="Entries">How many entries it has.</param>
/// <param name="IsIntact">True when every entry follows from the one before it.</param>
/// <param name="BrokenAt">Sequence of the first entry that does not, or null.</param>
/// <param name="Head">Hash of the last entry, or null.</param>
public sealed record CustodyVerdict(int Entries, bool IsIntact, int? BrokenAt, string? Head);

internal static class VerifyCustodyLog
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/evidence/{id:guid}/custody/verify", Handle)
        .WithName("verifyCustodyLog").WithSummary("Computes the chain again and says where it breaks, if it does.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<CustodyVerdict>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, CancellationToken ct)
    {
        if (await db.EvidenceAsync(id, call, ct) is null) return Problems.NotFound("evidence", id);
        var chain = await db.CustodyLog.AsNoTracking().Where(e => e.EvidenceId == id).OrderBy(e => e.Sequence).ToListAsync(ct);
        var broken = CustodyEntry.BrokenAt(chain);
        return TypedResults.Ok(new CustodyVerdict(chain.Count, broken is null, broken, chain.Count == 0 ? null : chain[^1].Hash));
    }
}
