using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Incidents;

/// <summary>The agency that takes part.</summary>
public sealed record JoinIncident([property: Text(40)] string Agency);

internal static class JoinIncidentCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/incidents/{id:guid}/participants", Handle)
        .WithName("joinIncident").WithSummary("An agency takes part. Doing it twice changes nothing.").RequireRole(Roles.DutyOfficer, Roles.Commander);

    private static async Task<Results<Ok<IncidentView>, ProblemHttpResult>> Handle(Guid id, JoinIncident request, CommandDb db, Call call, CancellationToken ct)
    {
        if (!Code.Is(request.Agency)) return Refusal.Invalid("/agency", "agency", "An agency's id is a code.").Problem();
        if (await db.Incidents.FindAsync([id], ct) is not { } incident) return Problems.NotFound("incident", id);
        if (await db.MayLeadAsync(incident, call, ct) is { } stranger) return stranger.Problem();
        await db.TakePartAsync(incident, call.Now, ct, request.Agency);
        return TypedResults.Ok(IncidentView.Of(incident));
    }
}
