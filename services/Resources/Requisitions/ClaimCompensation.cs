using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Requisitions;

/// <summary>How much, in minor units of an ISO 4217 currency.</summary>
public sealed record ClaimCompensation([property: Range(1, 1_000_000_000_000)] long AmountMinor, [property: Text(3, 3)] string Currency);

/// <summary>The owner claims compensation.</summary>
internal static class ClaimCompensationCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/requisitions/{id:guid}/claim", Handle)
        .WithName("claimCompensation").WithSummary("The owner claims compensation.")
        .RequireRole(Who.Moves).RequireIfMatch();

    private static async Task<Results<Ok<RequisitionView>, ProblemHttpResult>> Handle(
        string agency, Guid id, ClaimCompensation request, RequisitionBook book, Call call, CancellationToken ct) =>
        await book.DecideAsync(agency, id, r => Money.Check(request.AmountMinor, request.Currency, "/amountMinor") ?? r.Claim(request.AmountMinor, request.Currency, call.Now), null, ct);
}
