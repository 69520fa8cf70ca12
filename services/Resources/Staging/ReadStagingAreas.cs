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

namespace Coordination.Resources.Staging;

/// <summary>Where to report on arrival: for the agency that receives, for those whose units come to it, and for those who take part in the incident.</summary>
internal static class ReadStagingAreasCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/agencies/{agency}/staging-areas", List).WithName("listStagingAreas")
            .WithSummary("Staging areas of an incident with an agency, for itself, its suppliers and who takes part in the incident.").RequireRole(Who.Reports);
        routes.MapGet("/v1/agencies/{agency}/staging-areas/{id:guid}", Read).WithName("readStagingArea").WithSummary("One staging area.").RequireRole(Who.Reports);
    }

    private static async Task<Results<Ok<Page<StagingAreaView>>, ProblemHttpResult>> List(
        string agency, Guid incidentId, Paging page, ResourcesDb db, StagingBook book, ServiceInstance instance, Call call, CancellationToken ct)
    {
        if (!instance.Serves(agency)) return Problems.NotFound("agency");
        if (!await IsForAsync(db, agency, incidentId, call, ct)) return TypedResults.Ok(new Page<StagingAreaView>([], null));
        var areas = await db.StagingAreas.AsNoTracking().Where(a => a.Agency == agency && a.ExerciseId == call.Exercise && a.IncidentId == incidentId).ToPageAsync(page, a => a.Id, a => a, ct);
        var waiting = await book.WaitingAsync([.. areas.Items.Select(a => a.Id)], ct);
        return TypedResults.Ok(new Page<StagingAreaView>([.. areas.Items.Select(a => StagingAreaView.Of(a, waiting.GetValueOrDefault(a.Id)))], areas.Next));
    }

    private static async Task<Results<Ok<StagingAreaView>, ProblemHttpResult>> Read(
        string agency, Guid id, ResourcesDb db, StagingBook book, ServiceInstance instance, Call call, CancellationToken ct) =>
        instance.Serves(agency) && await book.FindAsync(agency, id, ct) is { } area && await IsForAsync(db, agency, area.IncidentId, call, ct)
            ? TypedResults.Ok(StagingAreaView.Of(area, await book.WaitingAsync(id, ct))) : Problems.NotFound("staging area", id);

    /// <summary>A supplier need not take part in the incident to which its units go; but an offer alone, or one that ended, opens nothing.</summary>
    private static async Task<bool> IsForAsync(ResourcesDb db, string agency, Guid incident, Call call, CancellationToken ct) =>
        await db.AreForAsync(agency, incident, call, ct)
        || await db.Fills.AnyAsync(f => f.Agency == agency && f.Side == FillSide.Requester && f.IncidentId == incident && f.SupplierAgency == call.Caller.Agency
            && FillRules.Engaged.Contains(f.State), ct);
}
