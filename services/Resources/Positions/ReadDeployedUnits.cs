using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Fills;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Positions;

/// <summary>A unit that a supplier has sent, or is about to send, to an incident: what it does, and no crew.</summary>
/// <param name="FillId">The fill.</param>
/// <param name="UnitId">The vehicle or team.</param>
/// <param name="CallSign">Its name on the air.</param>
/// <param name="TypeCode">Resource type.</param>
/// <param name="Quantity">How many of the type's unit of measure it brings.</param>
/// <param name="SupplierAgency">Whose it is.</param>
/// <param name="RequesterAgency">For whom it works.</param>
/// <param name="State">State of the fill.</param>
/// <param name="Deployment">C3 Deployment, or null before it is ordered.</param>
/// <param name="Eta">Arrival as expected now.</param>
/// <param name="ArrivedAt">When it was checked in.</param>
/// <param name="HeardAt">When its supplier last said anything of it.</param>
/// <param name="IsStale">Nothing was heard of it for too long.</param>
public sealed record DeployedUnitView(
    Guid FillId, Guid UnitId, string CallSign, string TypeCode, int Quantity, string SupplierAgency, string RequesterAgency, FillState State, DeploymentState? Deployment,
    DateTimeOffset? Eta, DateTimeOffset? ArrivedAt, DateTimeOffset HeardAt, bool IsStale)
{
    internal static DeployedUnitView Of(Fill f, string callSign) => new(
        f.FillId, f.UnitId!.Value, callSign, f.TypeCode, f.Quantity, f.SupplierAgency, f.RequesterAgency, f.State,
        FillViews.Deployment(f), f.Eta, f.ArrivedAt, f.HeardAt, f.IsStale);
}

/// <summary>Who takes part in an incident sees what works for it, supplier by supplier; the supplier's access log says who looked.</summary>
internal static class ReadDeployedUnitsCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/agencies/{agency}/deployed-units", Handle)
        .WithName("listDeployedUnits").WithSummary("Units of this supplier that work for an incident, for who takes part in it.").RequireRole(Who.Reports);

    private static async Task<Results<Ok<Page<DeployedUnitView>>, ProblemHttpResult>> Handle(
        string agency, Guid incidentId, Paging page, ResourcesDb db, ServiceInstance instance, Call call, CancellationToken ct)
    {
        if (!instance.Serves(agency)) return Problems.NotFound("agency");
        var (reader, isParty) = (call.Caller.Agency, await db.SeesAsync(incidentId, ct));
        var fills = await db.Fills.AsNoTracking()
            .Where(f => f.Agency == agency && f.Side == FillSide.Supplier && f.ExerciseId == call.Exercise && f.IncidentId == incidentId && f.UnitId != null
                && (isParty || f.Agency == reader || f.RequesterAgency == reader) && FillRules.Engaged.Contains(f.State))
            .ToPageAsync(page, f => f.Id, f => f, ct);
        var ids = fills.Items.Select(f => f.UnitId!.Value).ToList();
        var signs = await db.Units.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.CallSign }).ToDictionaryAsync(u => u.Id, u => u.CallSign, ct);
        return TypedResults.Ok(new Page<DeployedUnitView>([.. fills.Items.Select(f => DeployedUnitView.Of(f, signs.GetValueOrDefault(f.UnitId!.Value, "")))], fills.Next));
    }
}
