using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Correlations;

/// <summary>A correlation.</summary>
/// <param name="Id">The correlation.</param>
/// <param name="Version">Grows by one with every change.</param>
/// <param name="State">State.</param>
/// <param name="ReportId">The report.</param>
/// <param name="Target">What it is compared with.</param>
/// <param name="TargetId">That report or hazard.</param>
/// <param name="Score">From 0 to 100.</param>
/// <param name="Reasons">Why; their weights add up to the score.</param>
/// <param name="Values">Values on which the two differ, side by side.</param>
/// <param name="ProposedAt">When it was proposed.</param>
/// <param name="DecidedAt">When a person decided, or null.</param>
public sealed record CorrelationView(
    Guid Id, int Version, CorrelationState State, Guid ReportId, CorrelationTarget Target, Guid TargetId, int Score, IReadOnlyList<CorrelationReason> Reasons,
    IReadOnlyList<ConflictingValue> Values, DateTimeOffset ProposedAt, DateTimeOffset? DecidedAt) : IVersioned
{
    internal static CorrelationView Of(IncidentCorrelation c) =>
        new(c.Id, c.Version, c.State, c.ReportId, c.Target, c.TargetId, c.Score, c.Reasons, c.Values, c.ProposedAt, c.DecidedAt);
}

internal static class DecideCorrelation
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        MapOne(routes, "confirm", "confirmCorrelation", "They belong together; conflicting values stay side by side.", (c, agency, at) => c.Confirm(agency, at));
        MapOne(routes, "reject", "rejectCorrelation", "They do not belong together.", (c, agency, at) => c.Reject(agency, at));
        MapOne(routes, "split", "splitCorrelation", "They were put together wrongly.", (c, agency, at) => c.Split(agency, at));
    }

    private delegate Refusal? Decision(IncidentCorrelation correlation, string agency, DateTimeOffset at);

    private static void MapOne(IEndpointRouteBuilder routes, string verb, string name, string summary, Decision decide) => routes
        .MapPost($"/v1/correlations/{{id:guid}}/{verb}", (Guid id, IntakeDb db, Call call, Clocks clocks, CancellationToken ct) => Handle(decide, id, db, call, clocks, ct))
        .WithName(name).WithSummary(summary).RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<CorrelationView>, ProblemHttpResult>> Handle(
        Decision decide, Guid id, IntakeDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await ReadCorrelations.Visible(db, call).AsTracking().FirstOrDefaultAsync(c => c.Id == id, ct) is not { } correlation) return Problems.NotFound("correlation", id);
        if (call.Stale(correlation.Version) is { } stale) return stale.Problem();
        if (decide(correlation, call.Caller.Agency, call.Now) is { } refusal) return refusal.Problem();
        await clocks.StopAsync("correlation.decide", correlation.Id, call.Now, ct);
        // Those of both reports hear of it.
        if (correlation.Target == CorrelationTarget.Report) await db.Reports.FindAsync([correlation.TargetId], ct);
        var subject = (await db.Reports.FindAsync([correlation.ReportId], ct))?.Subject() ?? correlation.ReportId;
        db.Append(subject, new CorrelationDecided(
            correlation.Id, correlation.ReportId, correlation.Target, correlation.TargetId, correlation.State, call.Caller.Agency, call.Now));
        return TypedResults.Ok(CorrelationView.Of(correlation));
    }
}
