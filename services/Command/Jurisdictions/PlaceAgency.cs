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
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/v1/directory/{agency}", Handle).WithName("placeAgency").WithSummary("Places an agency in the tree from now on.").RequireRole(Roles.Operator);
        routes.MapGet("/v1/directory", List).WithName("listAgencies").WithSummary("Every placement of an agency, past ones included.").RequireRole(Readers.All);
        routes.MapGet("/v1/directory/{agency}", Read).WithName("readAgency").WithSummary("Where an agency stands, or stood at a moment.").RequireRole(Readers.All);
    }

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

    private static async Task<Ok<Page<AgencyView>>> List(Paging page, CommandDb db, Call call, CancellationToken ct) => TypedResults.Ok(
        await db.AgencyPlacements.AsNoTracking().Where(p => p.ExerciseId == call.Exercise).ToPageAsync(page, p => p.Id, AgencyView.Of, ct));

    private static async Task<Results<Ok<AgencyView>, ProblemHttpResult>> Read(
        string agency, DateTimeOffset? asOf, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct) =>
        (await db.TreeAsync(package, call, ct, asOf)).Placement(agency) is { } placement ? TypedResults.Ok(AgencyView.Of(placement)) : Problems.NotFound("agency");
}

/// <summary>An agency in the tree.</summary>
public sealed record AgencyView(string Agency, string Jurisdiction, string Name, string NameZh, DateTimeOffset ValidFrom, DateTimeOffset? ValidTo)
{
    internal static AgencyView Of(AgencyPlacement p) => new(p.Agency, p.Jurisdiction, p.Name, p.NameZh, p.ValidFrom, p.ValidTo);
}
