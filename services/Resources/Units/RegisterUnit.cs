using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Units;

/// <summary>A unit or team: its name on the air, its type, and how many of the type's unit of measure it brings.</summary>
public sealed record RegisterUnit(
    [property: Text(60)] string CallSign, [property: Text(40)] string TypeCode, [property: Range(1, 100_000)] int Strength = 1,
    CallUpRank Rank = CallUpRank.Primary);

/// <summary>The owner enters a unit in its book.</summary>
internal static class RegisterUnitCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/units", Handle)
        .WithName("registerUnit").WithSummary("The owner enters a unit in its book.")
        .RequireRole(Who.Reports);

    private static Results<Created<UnitView>, ProblemHttpResult> Handle(string agency, RegisterUnit request, ResourcesDb db, ResourceCatalogue catalogue, Call call)
    {
        var (type, unknown) = catalogue.Find(request.TypeCode);
        if (unknown is not null) return unknown.Problem();
        if (type!.Form != ResourceForm.Unit) return Refusal.Invalid("/typeCode", "goods", "Goods come from stock lots, not as units.").Problem();
        var unit = Unit.Register(
            Guid.CreateVersion7(), call.Exercise, agency, request.CallSign, type.Code, type.UnitOfMeasure, request.Strength, request.Rank, call.Now);
        db.Add(unit);
        db.Append(unit.Id, new UnitRegistered(unit.Id, agency, unit.TypeCode, unit.Strength, unit.Rank, call.Now));
        return TypedResults.Created($"/v1/agencies/{agency}/units/{unit.Id}", UnitView.Of(unit));
    }
}
