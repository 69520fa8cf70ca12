using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>The supplier closes a fill that is settled, or that cost nothing.</summary>
internal static class CloseFillCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/offers/{id:guid}/close", Handle)
        .WithName("closeFill").WithSummary("The supplier closes a fill that is settled, or that cost nothing.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(string agency, Guid id, FillBook book, Call call, CancellationToken ct) =>
        book.MoveAsync(agency, FillSide.Supplier, id, new(FillStep.Close, FillSide.Supplier, call.Now), ct);
}
