using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>When it left, and when it should arrive.</summary>
public sealed record DepartFill(DateTimeOffset? Eta = null, [property: NotInFuture] DateTimeOffset? OccurredAt = null);

/// <summary>The resource left; the time to departure ends.</summary>
internal static class DepartFillCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/offers/{id:guid}/depart", Handle)
        .WithName("departFill").IsLifeSafety().WithSummary("The resource left; the time to departure ends.")
        .RequireRole(Who.Reports).RequireIfMatch();

    private static Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, DepartFill request, FillBook book, Call call, CancellationToken ct) =>
        book.MoveAsync(agency, FillSide.Supplier, id, new(FillStep.Depart, FillSide.Supplier, request.OccurredAt ?? call.Now, Eta: request.Eta), ct);
}
