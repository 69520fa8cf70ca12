using System.ComponentModel.DataAnnotations;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Hazards;

/// <summary>A place or object that somebody saw to be dangerous.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="OwnerAgency">Who answers for it.</param>
/// <param name="Place">Where.</param>
/// <param name="Name">Name of the place or object.</param>
/// <param name="Capacity">Persons it holds: for a venue, and for nothing else.</param>
/// <param name="Receptors">What lies in its reach.</param>
public sealed record IdentifyHazard(
    HazardKind Kind, [property: Text(64)] string OwnerAgency, Place Place, [property: Text(200)] string Name, [property: Range(1, 10_000_000)] int? Capacity = null,
    [property: Items(0, 20)] IReadOnlyList<Receptor>? Receptors = null);

internal static class IdentifyHazardCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/hazards", Handle)
        .WithName("identifyHazard").WithSummary("Somebody saw a dangerous place or object.")
        .RequireRole(Roles.Reporter, Roles.DutyOfficer, Roles.Integration);

    private static Results<Created<HazardView>, ProblemHttpResult> Handle(IdentifyHazard body, IntakeDb db, Call call)
    {
        var (hazard, refusal) = Hazard.Identify(
            Guid.CreateVersion7(), call.Exercise, body.Kind, body.Name, body.OwnerAgency, body.Place, body.Capacity, body.Receptors ?? []);
        if (refusal is not null) return refusal.Problem();
        db.Add(hazard!);
        db.Append(hazard!.Subject(), HazardView.Event(hazard, call.Now));
        return TypedResults.Created($"/v1/hazards/{hazard.Id}", HazardView.Of(hazard));
    }
}
