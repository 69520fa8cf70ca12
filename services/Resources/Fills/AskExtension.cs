using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>Until when.</summary>
public sealed record AskExtension(DateTimeOffset Until);

/// <summary>The requester asks to keep the resource longer.</summary>
internal static class AskExtensionCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/fills/{id:guid}/ask-extension", Handle)
        .WithName("askExtension").WithSummary("The requester asks to keep the resource longer.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, AskExtension request, FillBook book, Call call, CancellationToken ct) =>
        book.MoveAsync(agency, FillSide.Requester, id, new(FillStep.AskExtension, FillSide.Requester, call.Now, Until: request.Until), ct);
}
