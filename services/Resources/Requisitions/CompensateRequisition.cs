using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Requisitions;

/// <summary>What was paid, in minor units of the claim's currency.</summary>
public sealed record CompensateRequisition([property: Range(1, 1_000_000_000_000)] long AmountMinor);

/// <summary>The owner was compensated; the contact will be destroyed.</summary>
internal static class CompensateRequisitionCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/requisitions/{id:guid}/compensate", Handle)
        .WithName("compensateRequisition").WithSummary("The owner was compensated; the contact will be destroyed.")
        .RequireRole(Who.Decides).RequireIfMatch();

    private static async Task<Results<Ok<RequisitionView>, ProblemHttpResult>> Handle(
        string agency, Guid id, CompensateRequisition request, RequisitionBook book, Clocks clocks, Call call, CancellationToken ct) =>
        await book.DecideAsync(agency, id, r => r.Compensate(request.AmountMinor, call.Now), r =>
        {
            clocks.Start(Requisition.RetentionClock, r.Id, r.IncidentId, call.Now);
            return Task.CompletedTask;
        }, ct);
}
