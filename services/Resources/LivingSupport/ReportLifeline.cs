using System.ComponentModel.DataAnnotations;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.LivingSupport;

/// <summary>A lifeline that an emergency cut or limits: which one and where, who restores it and by when, and how many households are without it, where that is known.</summary>
public sealed record ReportLifeline(
    Guid IncidentId, LifelineKind Kind, [property: Text(200)] string Name, [property: Text(40)] string ResponsibleAgency, LifelineState State = LifelineState.Interrupted,
    [property: Range(0, 100_000_000)] int? Households = null, DateTimeOffset? RestoreBy = null);

/// <summary>An agency puts a lifeline on its list of an incident.</summary>
internal static class ReportLifelineCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/lifelines", Handle)
        .WithName("reportLifeline").IsLifeSafety().WithSummary("An agency puts a lifeline on its list of an incident.")
        .RequireRole(Who.Reports);

    private static async Task<Results<Created<LifelineView>, ProblemHttpResult>> Handle(
        string agency, ReportLifeline request, ResourcesDb db, LifelineClock clock, Call call, CancellationToken ct)
    {
        if (AgencyCode.Check(request.ResponsibleAgency, "/responsibleAgency") is { } wrong) return wrong.Problem();
        var (lifeline, refusal) = Lifeline.Report(Guid.CreateVersion7(), call.Exercise, agency, request.IncidentId, request.Kind, request.Name, request.ResponsibleAgency, request.State,
            request.Households, request.RestoreBy, call.Now);
        if (refusal is not null) return refusal.Problem();
        db.Add(lifeline!);
        await clock.FollowAsync(lifeline!, null, ct);
        return TypedResults.Created($"/v1/agencies/{agency}/lifelines/{lifeline!.Id}", LifelineView.Of(lifeline));
    }
}
