using Coordination.Command.Incidents;
using Coordination.Command.Jurisdictions;
using Coordination.Command.Orders;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Recovery;

/// <summary>Recovery begins: losses are to be assessed, a plan made and both reported up (突发事件应对法 Art. 87), each with its clock. What was assessed before is done, and where nobody is above nobody is told.</summary>
internal static class BeginRecovery
{
    /// <summary>The duties of an incident in recovery.</summary>
    public static readonly string[] Duties = ["recovery.loss", "recovery.plan", "recovery.report"];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/incidents/{id:guid}/begin-recovery", Handle)
        .WithName("incidentBeginRecovery").WithSummary("Recovery begins.").RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<IncidentView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, JurisdictionPackage package, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([id], ct) is not { } incident) return Problems.NotFound("incident", id);
        if (await db.MayLeadAsync(incident, call, ct) is { } stranger) return stranger.Problem();
        if (call.Stale(incident.Version) is { } stale) return stale.Problem();
        if (incident.BeginRecovery() is { } refusal) return refusal.Problem();
        var isAssessed = await db.IsAssessedAsync(incident, ct);
        var isAbove = (await db.TreeAsync(package, call, ct)).ToldOfRecovery(incident, call.Caller.Agency) is not null;
        // A package of one's own may be older than a duty: then nobody owes it there.
        foreach (var duty in Duties.Where(package.ClockKeys.Contains))
            if (duty switch { "recovery.loss" => !isAssessed, "recovery.report" => isAbove, _ => true }) await clocks.StartNextAsync(duty, id, id, call.Now, incident.Scope(), ct);
        db.Append(id, new IncidentInRecovery(id, call.Now));
        return TypedResults.Ok(IncidentView.Of(incident));
    }
}
