using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>One fill as the supplier's book shows it.</summary>
internal static class ReadOfferCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/agencies/{agency}/offers/{id:guid}", Handle)
        .WithName("readOffer").WithSummary("One fill as the supplier's book shows it.").RequireRole(Who.Reads);

    private static async Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(string agency, Guid id, FillBook book, CancellationToken ct) =>
        await book.FindAsync(agency, FillSide.Supplier, id, ct) is { } fill ? TypedResults.Ok(FillView.Of(fill)) : Problems.NotFound("fill", id);
}
