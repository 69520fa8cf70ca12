using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Investigations;

/// <summary>The report of an investigation.</summary>
/// <param name="Reference">Its number in the authority's register; the report itself stays there, and so does what it says of persons.</param>
public sealed record ReportInvestigation([property: Text(200)] string Reference);

/// <summary>The team's report lies before the authority, and its time to reply runs: by the grade as it is confirmed now.</summary>
internal static class ReportInvestigationCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/investigations/{id:guid}/submit", Handle).WithName("submitInvestigationReport")
        .WithSummary("The report of an investigation is submitted, and the time of the reply runs.").RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();

    private static Task<Results<Ok<InvestigationView>, ProblemHttpResult>> Handle(
        Guid id, ReportInvestigation body, CommandDb db, InvestigationClocks clocks, Call call, CancellationToken ct) =>
        InvestigationDecision.TakeAsync(id, db, call, async (investigation, incident) =>
        {
            if (investigation.Submit(call.Caller.Agency, call.Caller.Subject, body.Reference, incident.Grade, call.Now) is { } refusal) return refusal;
            await clocks.SubmittedAsync(investigation, incident, ct);
            return null;
        }, ct);
}
