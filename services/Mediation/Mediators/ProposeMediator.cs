using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Mediators;

/// <summary>A mediator to offer the parties.</summary>
/// <param name="Mediator">Subject of the mediator's token.</param>
/// <param name="Skills">What they know about; at least one that this kind of dispute asks for.</param>
public sealed record ProposeMediator([property: Text(100)] string Mediator, [property: Items(1, 7)] IReadOnlyList<MediatorSkill> Skills);

internal static class ProposeMediatorSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases/{id:guid}/mediators", Handle)
        .WithName("proposeMediator").WithSummary("Offers a mediator to the parties; they choose.").RequireRole(Roles.Mediator);

    private static async Task<Results<Created<AppointmentView>, ProblemHttpResult>> Handle(
        Guid id, ProposeMediator body, MediationDb db, CaseProfiles profiles, Call call, CancellationToken ct)
    {
        if (await db.CaseAsync(id, call, ct) is not { } found) return Problems.NotFound("case", id);
        if (found.State is not (CaseState.Accepted or CaseState.MediatorAppointed or CaseState.InSession))
            return new Refusal("case-not-accepted", "A mediator is offered once the case is taken on.").Problem();
        if (!profiles.Of(found.Kind).Skills.Intersect(body.Skills).Any())
            return Refusal.Invalid("/skills", "skill-missing", $"Must name one of: {string.Join(", ", profiles.Of(found.Kind).Skills)}.").Problem();
        var appointment = Appointment.Propose(found, body);
        db.Add(appointment);
        return TypedResults.Created($"/v1/appointments/{appointment.Id}", AppointmentView.Of(appointment));
    }
}
