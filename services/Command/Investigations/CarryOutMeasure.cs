using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Investigations;

/// <summary>Why a measure is not done.</summary>
/// <param name="Reason">In words; no names of persons.</param>
/// <param name="DueAt">Until when it is to be done.</param>
public sealed record ReopenMeasure([property: Text(500)] string Reason, DateTimeOffset DueAt);

/// <summary>The agency that has a measure says that it is done; the authority that asked for it opens it again when it is not (条例493 Art. 33).</summary>
internal static class CarryOutMeasure
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/investigation-measures/{id:guid}/finish", Finish).WithName("finishInvestigationMeasure").WithSummary("Its agency has done a measure that the reply to an investigation asks for.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.Integration).RequireIfMatch();
        routes.MapPost("/v1/investigation-measures/{id:guid}/reopen", Reopen).WithName("reopenInvestigationMeasure")
            .WithSummary("The authority finds that a measure is not done: it is open again, with a reason and another time.").RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
    }

    private static Task<Results<Ok<InvestigationMeasureView>, ProblemHttpResult>> Finish(Guid id, CommandDb db, InvestigationClocks clocks, Call call, CancellationToken ct) =>
        DecideAsync(id, db, call, async measure =>
        {
            if (measure.Finish(call.Caller.Agency, call.Now) is { } refusal) return refusal;
            await clocks.DoneAsync(measure, ct);
            return null;
        }, ct);

    private static Task<Results<Ok<InvestigationMeasureView>, ProblemHttpResult>> Reopen(Guid id, ReopenMeasure body, CommandDb db, InvestigationClocks clocks, Call call, CancellationToken ct) =>
        DecideAsync(id, db, call, async measure =>
        {
            if (measure.Reopen(call.Caller.Agency, body.Reason, body.DueAt, call.Now) is { } refusal) return refusal;
            await clocks.AskedAsync(measure, (await db.Incidents.FindAsync([measure.IncidentId], ct))!, ct);
            return null;
        }, ct);

    private static async Task<Results<Ok<InvestigationMeasureView>, ProblemHttpResult>> DecideAsync(
        Guid id, CommandDb db, Call call, Func<InvestigationMeasure, Task<Refusal?>> decide, CancellationToken ct)
    {
        if (await db.InvestigationMeasures.FindAsync([id], ct) is not { } measure) return Problems.NotFound("measure", id);
        if (call.Stale(measure.Version) is { } stale) return stale.Problem();
        if (await decide(measure) is { } refusal) return refusal.Problem();
        db.Append(measure.IncidentId, measure.Changed(call.Caller.Agency, call.Now));
        return TypedResults.Ok(InvestigationMeasureView.Of(measure, call.Now));
    }
}
