using System.ComponentModel.DataAnnotations;
using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Investigations;

/// <summary>More time for the report.</summary>
/// <param name="Days">Days beside the first time, from 1 to 60.</param>
public sealed record ExtendReport([property: Range(1, Investigation.MostReportDays)] int Days);

/// <summary>More time for the reply.</summary>
/// <param name="Days">Days beside the first time, from 1 to 30.</param>
public sealed record ExtendReply([property: Range(1, Investigation.MostReplyDays)] int Days);

/// <summary>The authority makes a time longer, once: that of the report by 60 days at most, that of the reply on an exceptional accident by 30 (条例493 Art. 29, 32).</summary>
internal static class ExtendInvestigation
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/investigations/{id:guid}/extend-report", Report).WithName("extendInvestigationReport").WithSummary("The report of an investigation gets more time: once, by 60 days at most.")
            .RequireRole(Roles.Commander, Roles.Approver).RequireIfMatch();
        routes.MapPost("/v1/investigations/{id:guid}/extend-reply", Reply).WithName("extendInvestigationReply")
            .WithSummary("The reply on an exceptional accident gets more time: once, by 30 days at most.").RequireRole(Roles.Commander, Roles.Approver).RequireIfMatch();
    }

    private static Task<Results<Ok<InvestigationView>, ProblemHttpResult>> Report(Guid id, ExtendReport body, CommandDb db, InvestigationClocks clocks, Call call, CancellationToken ct) =>
        InvestigationDecision.TakeAsync(id, db, call, async (investigation, incident) =>
            investigation.ExtendReport(call.Caller.Agency, body.Days, await clocks.FindAsync(InvestigationClocks.Report, id, ct), call.Now)
            ?? await clocks.ExtendAsync(InvestigationClocks.Report, investigation, incident, body.Days, ct), ct);

    private static Task<Results<Ok<InvestigationView>, ProblemHttpResult>> Reply(Guid id, ExtendReply body, CommandDb db, InvestigationClocks clocks, Call call, CancellationToken ct) =>
        InvestigationDecision.TakeAsync(id, db, call, async (investigation, incident) =>
            investigation.ExtendReply(call.Caller.Agency, body.Days, await clocks.FindAsync(InvestigationClocks.Reply, id, ct), call.Now)
            ?? await clocks.ExtendAsync(InvestigationClocks.Reply, investigation, incident, body.Days, ct), ct);
}
