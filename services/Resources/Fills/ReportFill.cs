using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>Expected arrival, where it changed.</summary>
public sealed record ReportFill(DateTimeOffset? Eta = null, [property: NotInFuture] DateTimeOffset? OccurredAt = null);

/// <summary>The supplier reports a sign of life, and when the resource should arrive.</summary>
internal static class ReportFillCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/offers/{id:guid}/report", Handle)
        .WithName("reportFill").IsLifeSafety().WithSummary("The supplier reports a sign of life, and when the resource should arrive.")
        .RequireRole(Who.Reports).RequireIfMatch();

    private static Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, ReportFill request, FillBook book, Call call, CancellationToken ct) =>
        book.MoveAsync(agency, FillSide.Supplier, id, new(FillStep.Report, FillSide.Supplier, request.OccurredAt ?? call.Now, Eta: request.Eta), ct);
}
