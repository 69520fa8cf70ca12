using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Jurisdictions;

/// <summary>Where an agency stands from now on.</summary>
public sealed record PlaceAgency([property: Text(40)] string Jurisdiction, [property: Text(100)] string Name, [property: Text(100)] string NameZh);

internal static class PlaceAgencyCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/v1/directory/{agency}", Handle)
        .WithName("placeAgency").WithSummary("Places an agency in the tree from now on.").RequireRole(Roles.Operator);

    private static async Task<Results<Ok<AgencyView>, ProblemHttpResult>> Handle(
        string agency, PlaceAgency request, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct)
    {
        if (!Code.Is(agency)) return Refusal.Invalid("", "agency", "An agency's id is a code.").Problem();
        if ((await db.TreeAsync(package, call, ct)).Find(request.Jurisdiction) is null)
            return Refusal.Invalid("/jurisdiction", "unknown-jurisdiction", "There is no such node now.").Problem();
        var before = await db.AgencyPlacements.FirstOrDefaultAsync(p => p.Agency == agency && p.ExerciseId == call.Exercise && p.ValidTo == null, ct);
        before?.End(call.Now);
        var placement = AgencyPlacement.Place(agency, request, call.Exercise, call.Now);
        db.Add(placement);
        db.Append(placement.Id, new AgencyPlaced(placement.Id, agency, placement.Jurisdiction, placement.ValidFrom));
        return TypedResults.Ok(AgencyView.Of(placement));
    }
}

/// <summary>An agency in the tree.</summary>
public sealed record AgencyView(string Agency, string Jurisdiction, string Name, string NameZh, DateTimeOffset ValidFrom)
{
    internal static AgencyView Of(AgencyPlacement p) => new(p.Agency, p.Jurisdiction, p.Name, p.NameZh, p.ValidFrom);
}
