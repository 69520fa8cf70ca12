using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Medical;

/// <summary>A death at issue. No name, no place.</summary>
/// <param name="DiedAt">When.</param>
/// <param name="IsFrozen">True when the body is kept frozen; an autopsy may then wait longer.</param>
public sealed record RecordDeath([property: NotInFuture] DateTimeOffset DiedAt, bool IsFrozen = false);

internal static class RecordDeathSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases/{id:guid}/death", Handle)
        .WithName("recordDeath").WithSummary("Starts the times for an autopsy (48 h, 7 d if frozen) and for keeping the body (14 d).").RequireRole(Roles.Mediator);

    private static async Task<Results<Created<DeathView>, ProblemHttpResult>> Handle(Guid id, RecordDeath body, MediationDb db, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.CaseAsync(id, call, ct) is not { } found) return Problems.NotFound("case", id);
        if (await db.Deaths.AnyAsync(d => d.CaseId == id, ct)) return new Refusal("already-recorded", "The death is recorded.").Problem();
        var (death, refusal) = Death.Record(found, body.DiedAt, body.IsFrozen);
        if (death is null) return refusal!.Problem();
        db.Add(death);
        clocks.Start("medical.autopsy", death.Id, id, body.DiedAt, new ClockScope(Category: body.IsFrozen ? "Frozen" : null));
        clocks.Start("medical.body", death.Id, id, body.DiedAt);
        return TypedResults.Created($"/v1/deaths/{death.Id}", DeathView.Of(death));
    }
}
