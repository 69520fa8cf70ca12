using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Asks;
using Coordination.Resources.Travel;
using Coordination.Resources.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Recommendations;

/// <summary>What of its own an agency could send for a need, in ranked sets with their reasons. Nothing is leased or moved.</summary>
/// <param name="TypeCode">Resource type that is needed.</param>
/// <param name="Quantity">How many of its unit of measure.</param>
/// <param name="Considered">How many units and depots could go.</param>
/// <param name="Sets">Best first; none where nothing is free.</param>
public sealed record RecommendationView(string TypeCode, int Quantity, int Considered, IReadOnlyList<RecommendedSet> Sets);

/// <summary>For an ask, or for a type and quantity; where to go is given in degrees (WGS 84). A person decides and offers.</summary>
internal static class RecommendResourcesCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/agencies/{agency}/recommendation", Handle)
        .WithName("recommendResources").WithSummary("What of its own an agency could send for an ask or a need, in ranked sets with their reasons.").RequireRole(Who.Reads);

    private static async Task<Results<Ok<RecommendationView>, ProblemHttpResult>> Handle(
        string agency, Guid? askId, string? typeCode, int? quantity, DateTimeOffset? needBy, double? latitude, double? longitude, ResourcesDb db,
        ResourceCatalogue catalogue, Roads roads, Call call, CancellationToken ct)
    {
        if (askId is { } id)
        {
            if (await db.AskOfAsync(agency, id, ct) is not { } ask || ask.ExerciseId != call.Exercise) return Problems.NotFound("ask", id);
            if (ask.State is not (AskState.Received or AskState.Answered)) return new Refusal("illegal-transition", $"An ask that is {ask.State} takes no offer.").Problem();
            if (ask.Offered >= ask.Quantity && quantity is null) return Refusal.Invalid("?askId", "more-than-asked", "All that it asks for is offered.").Problem();
            (typeCode, quantity, needBy) = (typeCode ?? ask.TypeCode, quantity ?? ask.Quantity - ask.Offered, needBy ?? ask.NeedBy);
        }
        if (typeCode is null) return Refusal.Invalid("?typeCode", "required", "Say an ask, or a type and a quantity.").Problem();
        if (quantity is not (>= 1 and <= 1_000_000)) return Refusal.Invalid("?quantity", "range", "Must be between 1 and 1000000.").Problem();
        var (type, unknown) = catalogue.Find(typeCode, "?typeCode");
        if (unknown is not null) return unknown.Problem();
        if (latitude is < -90 or > 90 or double.NaN || latitude is null != longitude is null)
            return Refusal.Invalid("?latitude", "range", "Give a latitude of -90 to 90 degrees and a longitude, or neither.").Problem();
        if (longitude is < -180 or > 180 or double.NaN) return Refusal.Invalid("?longitude", "range", "Must be between -180 and 180 degrees.").Problem();
        var candidates = await new OwnCandidates(db, agency, call.Exercise).OfAsync(catalogue.ThatServe(type!), GeoPoint.Of(latitude, longitude) is { } there ? roads.To(there) : null, ct);
        var need = new Need(type!.Code, quantity.Value, needBy is { } until ? (until - call.Now).TotalMinutes : null);
        return TypedResults.Ok(new RecommendationView(need.TypeCode, need.Quantity, candidates.Count, Recommendation.Of(candidates, need, catalogue.Settings.Recommendation)));
    }
}
