using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>When it was home, and how many of goods came back unused.</summary>
public sealed record ReturnFill([property: Range(0, 1_000_000)] int ReturnedQuantity = 0, [property: NotInFuture] DateTimeOffset? OccurredAt = null);

/// <summary>The resource is home; goods that came back enter the stock again.</summary>
internal static class ReturnFillCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/offers/{id:guid}/return", Handle)
        .WithName("returnFill").IsLifeSafety().WithSummary("The resource is home.")
        .RequireRole(Who.Reports).RequireIfMatch();

    private static async Task<Results<Ok<FillView>, ProblemHttpResult>> Handle(
        string agency, Guid id, ReturnFill request, FillBook book, Backing backing, Call call, CancellationToken ct)
    {
        if (await book.FindAsync(agency, FillSide.Supplier, id, ct) is not { } fill) return Problems.NotFound("fill", id);
        if (call.Stale(fill.Version) is { } stale) return stale.Problem();
        var at = request.OccurredAt ?? call.Now;
        if (await book.TakeAsync(fill, new(FillStep.Return, FillSide.Supplier, at), ct) is { } refusal) return refusal.Problem();
        if (await backing.TakeBackAsync(fill, request.ReturnedQuantity, at, ct) is { } no) return no.Problem();
        return TypedResults.Ok(FillView.Of(fill));
    }
}
