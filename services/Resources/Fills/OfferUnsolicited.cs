using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Fills;

/// <summary>To whom and for which incident, and what.</summary>
public sealed record OfferUnsolicited(
    [property: Text(40)] string ToAgency, Guid IncidentId, [property: Text(40)] string TypeCode, [property: Range(1, 1_000_000)] int Quantity,
    Guid? UnitId = null, DateTimeOffset? AvailableUntil = null, DateTimeOffset? ValidUntil = null);

/// <summary>The supplier offers what nobody asked for (EDXL-RM OfferUnsolicitedResource); it names no price.</summary>
internal static class OfferUnsolicitedCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/offers", Handle)
        .WithName("offerUnsolicited").WithSummary("The supplier offers what nobody asked for.")
        .RequireRole(Who.Moves);

    private static async Task<Results<Created<FillView>, ProblemHttpResult>> Handle(
        string agency, OfferUnsolicited request, Offering offering, ResourceCatalogue catalogue, Call call, CancellationToken ct)
    {
        if (AgencyCode.Check(request.ToAgency, "/toAgency") is { } wrong) return wrong.Problem();
        if (request.ToAgency == agency) return Refusal.Invalid("/toAgency", "own-agency", "Nobody offers to itself.").Problem();
        var (type, unknown) = catalogue.Find(request.TypeCode);
        if (unknown is not null) return unknown.Problem();
        var (fill, refusal) = await offering.OpenAsync(new(Guid.CreateVersion7(), null, null, null, request.IncidentId, request.ToAgency, agency,
            RmMessage.OfferUnsolicitedResource, RmResponse.Accept, null, type!.Code, request.Quantity, type.UnitOfMeasure, request.UnitId, null, null,
            request.AvailableUntil, null, FillState.Offered, call.Now), request.ValidUntil, ct);
        return refusal is not null ? refusal.Problem() : TypedResults.Created($"/v1/agencies/{agency}/offers/{fill!.FillId}", FillView.Of(fill));
    }
}
