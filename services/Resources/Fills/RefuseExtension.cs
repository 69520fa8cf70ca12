using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>Why.</summary>
public sealed record RefuseExtension(FillReason Reason);

/// <summary>The supplier refuses the longer stay, with a reason.</summary>
internal static class RefuseExtensionCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/offers/{id:guid}/refuse-extension", Handle)
        .WithName("refuseExtension").WithSummary("The supplier refuses the longer stay, with a reason.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, RefuseExtension request, FillBook book, Call call, CancellationToken ct) =>
        book.MoveAsync(agency, FillSide.Supplier, id, new(FillStep.RefuseExtension, FillSide.Supplier, call.Now, Reason: request.Reason), ct);
}
