using Coordination.Command.Incidents;
using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Investigations;

/// <summary>Who joins the team.</summary>
/// <param name="Agency">Code of the agency; it takes part in the incident from now on.</param>
public sealed record AddToTeam([property: Text(64)] string Agency);

/// <summary>Why there will be no report.</summary>
/// <param name="Reason">In words; no names of persons.</param>
public sealed record DiscontinueInvestigation([property: Text(500)] string Reason);

/// <summary>The team is formed, a technical appraisal is waited for, or it ends without a report.</summary>
internal static class ConductInvestigation
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/investigations/{id:guid}/team", Add).WithName("addToInvestigationTeam").WithSummary("Another agency joins the team of an investigation.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
        routes.MapPost("/v1/investigations/{id:guid}/order-appraisal", Order).WithName("orderAppraisal").WithSummary("A technical appraisal is ordered: its time does not count.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
        routes.MapPost("/v1/investigations/{id:guid}/receive-appraisal", Receive).WithName("receiveAppraisal").WithSummary("The technical appraisal is there: the time of the report runs on.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
        routes.MapPost("/v1/investigations/{id:guid}/discontinue", Discontinue).WithName("discontinueInvestigation").WithSummary("An investigation ends without a report, for a reason.")
            .RequireRole(Roles.Commander, Roles.Approver).RequireIfMatch();
    }

    private static Task<Results<Ok<InvestigationView>, ProblemHttpResult>> Add(Guid id, AddToTeam body, CommandDb db, Call call, CancellationToken ct) =>
        InvestigationDecision.TakeAsync(id, db, call, async (investigation, incident) =>
        {
            if (investigation.AddToTeam(call.Caller.Agency, body.Agency) is { } refusal) return refusal;
            await db.TakePartAsync(incident, call.Now, ct, body.Agency);
            return null;
        }, ct);

    private static Task<Results<Ok<InvestigationView>, ProblemHttpResult>> Order(Guid id, CommandDb db, InvestigationClocks clocks, Call call, CancellationToken ct) =>
        InvestigationDecision.TakeAsync(id, db, call, async (investigation, _) =>
            investigation.OrderAppraisal(call.Caller.Agency, await clocks.FindAsync(InvestigationClocks.Report, id, ct), call.Now) ?? await clocks.PauseAsync(investigation, ct), ct);

    private static Task<Results<Ok<InvestigationView>, ProblemHttpResult>> Receive(Guid id, CommandDb db, InvestigationClocks clocks, Call call, CancellationToken ct) =>
        InvestigationDecision.TakeAsync(id, db, call, async (investigation, _) => investigation.ReceiveAppraisal(call.Caller.Agency) ?? await clocks.ResumeAsync(investigation, ct), ct);

    private static Task<Results<Ok<InvestigationView>, ProblemHttpResult>> Discontinue(
        Guid id, DiscontinueInvestigation body, CommandDb db, InvestigationClocks clocks, Call call, CancellationToken ct) =>
        InvestigationDecision.TakeAsync(id, db, call, async (investigation, _) =>
        {
            if (investigation.Discontinue(call.Caller.Agency, body.Reason) is { } refusal) return refusal;
            await clocks.EndAsync(investigation, ct);
            return null;
        }, ct);
}
