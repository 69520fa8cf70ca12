using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Units;

/// <summary>The unit's new state, the incident it works for, and since when.</summary>
public sealed record ReportUnit(UnitState State, Guid? IncidentId = null, [property: NotInFuture] DateTimeOffset? OccurredAt = null);

/// <summary>The owner moves a unit that no fill leases: its own dispatch, or out of service and back.</summary>
internal static class ReportUnitCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/units/{id:guid}/report", Handle)
        .WithName("reportUnit").IsLifeSafety().WithSummary("The owner moves a unit that no fill leases.")
        .RequireRole(Who.Reports).RequireIfMatch();

    private static async Task<Results<Ok<UnitView>, ProblemHttpResult>> Handle(
        string agency, Guid id, ReportUnit request, ResourcesDb db, Call call, CancellationToken ct)
    {
        if (await db.Units.FindAsync([id], ct) is not { } unit || unit.Agency != agency) return Problems.NotFound("unit", id);
        if (call.Stale(unit.Version) is { } stale) return stale.Problem();
        var at = request.OccurredAt ?? call.Now;
        var incident = request.IncidentId ?? unit.IncidentId;
        if (unit.Report(request.State, request.IncidentId, at) is { } refusal) return refusal.Problem();
        db.Append(incident ?? unit.Id, new UnitMoved(unit.Id, agency, unit.TypeCode, unit.State, unit.IncidentId, null, at));
        return TypedResults.Ok(UnitView.Of(unit));
    }
}
