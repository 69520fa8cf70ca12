using Coordination.Command.Incidents;
using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Investigations;

/// <summary>What the reply asks an agency to do.</summary>
/// <param name="Text">What is to be done so that it does not happen again; no names of persons.</param>
/// <param name="Agency">Code of the agency; it takes part in the incident from now on.</param>
/// <param name="DueAt">Until when.</param>
public sealed record AskedMeasure([property: Text(1000)] string Text, [property: Text(64)] string Agency, DateTimeOffset DueAt);

/// <summary>The authority's reply 批复.</summary>
/// <param name="Reference">Its number in the authority's register.</param>
/// <param name="Measures">What agencies are to do; each is followed up.</param>
public sealed record ReplyToInvestigation([property: Text(200)] string Reference, [property: Items(0, 50)] IReadOnlyList<AskedMeasure> Measures);

/// <summary>The authority replies to the report, by another person than who submitted it (条例493 Art. 32); later it publishes what came of it (Art. 34).</summary>
internal static class ReplyToInvestigationCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/investigations/{id:guid}/reply", Reply).WithName("replyToInvestigation")
            .WithSummary("The authority replies to the report, by another person than who submitted it, and the measures of the reply are followed up.")
            .RequireRole(Roles.Commander, Roles.Approver).RequireIfMatch();
        routes.MapPost("/v1/investigations/{id:guid}/publish", Publish).WithName("publishInvestigation").WithSummary("What came of an investigation is published.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.PublicInformationOfficer).RequireIfMatch();
    }

    private static Task<Results<Ok<InvestigationView>, ProblemHttpResult>> Reply(
        Guid id, ReplyToInvestigation body, CommandDb db, InvestigationClocks clocks, Call call, CancellationToken ct) =>
        InvestigationDecision.TakeAsync(id, db, call, async (investigation, incident) =>
        {
            if (investigation.Reply(call.Caller.Agency, call.Caller.Subject, body.Reference, call.Now) is { } refusal) return refusal;
            // Who is new to the incident joins before anything is said of its measures: its subscribers are then given it.
            await db.TakePartAsync(incident, call.Now, ct, body.Measures.Select(m => m.Agency));
            foreach (var asked in body.Measures)
            {
                var (measure, no) = InvestigationMeasure.Ask(investigation, asked, call.Now);
                if (measure is null) return no;
                db.Add(measure);
                await clocks.AskedAsync(measure, incident, ct);
                db.Append(incident.Id, measure.Changed(call.Caller.Agency, call.Now));
            }
            await clocks.RepliedAsync(investigation, ct);
            return null;
        }, ct);

    private static Task<Results<Ok<InvestigationView>, ProblemHttpResult>> Publish(Guid id, CommandDb db, Call call, CancellationToken ct) =>
        InvestigationDecision.TakeAsync(id, db, call, (investigation, _) => Task.FromResult(investigation.Publish(call.Caller.Agency, call.Now)), ct);
}
