using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Mediators;

/// <summary>A mediator to offer the parties; named by the subject of their token.</summary>
public sealed record ProposeMediator([property: Text(100)] string Mediator, [property: Items(0, 7)] IReadOnlyList<MediatorSkill> Skills);

/// <summary>Whether anything binds the mediator to a party.</summary>
public sealed record DeclareConflict(bool HasConflict);

/// <summary>The party that challenges. It need not say why.</summary>
public sealed record ChallengeMediator(Guid PartyId);

/// <summary>The parties choose: several are offered, each may be challenged, and one who is challenged steps back.</summary>
internal static class AppointMediator
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/mediation-cases/{id:guid}/mediators", Propose).WithName("proposeMediator").WithSummary("Offers a mediator to the parties.").RequireRole(Roles.Mediator);
        routes.MapGet("/v1/mediation-cases/{id:guid}/mediators", List).WithName("listMediators").WithSummary("Who was offered, accepted, challenged.").RequireRole(Roles.Mediator);
        routes.MapPost("/v1/appointments/{id:guid}/declare", (Guid id, DeclareConflict request, MediationDb db, Call call, CancellationToken ct) =>
                MoveAsync(id, db, call, (a, _, _) => a.Declare(request.HasConflict), ct))
            .WithName("declareConflict").WithSummary("The mediator declares whether anything binds them to a party.").RequireRole(Roles.Mediator).RequireIfMatch();
        routes.MapPost("/v1/appointments/{id:guid}/accept", (Guid id, MediationDb db, Call call, CancellationToken ct) =>
                MoveAsync(id, db, call, (a, c, _) => a.Accept() ?? (c.State == CaseState.Accepted ? c.Appoint() : null), ct))
            .WithName("acceptMediator").WithSummary("The parties accept the mediator.").RequireRole(Roles.Mediator).RequireIfMatch();
        routes.MapPost("/v1/appointments/{id:guid}/challenge", (Guid id, ChallengeMediator request, MediationDb db, Call call, CancellationToken ct) =>
                MoveAsync(id, db, call, (a, _, parties) => parties.Exists(p => p.Id == request.PartyId && p.Consent == PartyConsent.Given)
                    ? a.Challenge(request.PartyId)
                    : Refusal.Invalid("/partyId", "party", "Must be a party that takes part."), ct))
            .WithName("challengeMediator").WithSummary("A party challenges the mediator.").RequireRole(Roles.Mediator).RequireIfMatch();
        routes.MapPost("/v1/appointments/{id:guid}/recuse", (Guid id, MediationDb db, Call call, CancellationToken ct) => MoveAsync(id, db, call, (a, _, _) => a.Recuse(), ct))
            .WithName("recuseMediator").WithSummary("The challenged mediator steps back.").RequireRole(Roles.Mediator).RequireIfMatch();
    }

    private static async Task<Results<Created<AppointmentView>, ProblemHttpResult>> Propose(Guid id, ProposeMediator request, MediationDb db, Call call, CancellationToken ct)
    {
        if (await db.CaseAsync(id, call, ct) is not { } found) return Problems.NotFound("case", id);
        if (found.State is not (CaseState.Accepted or CaseState.MediatorAppointed or CaseState.InSession))
            return new Refusal("case-not-accepted", "A mediator is offered once the case is taken on.").Problem();
        var appointment = Appointment.Propose(found, request);
        db.Add(appointment);
        return TypedResults.Created($"/v1/appointments/{appointment.Id}", AppointmentView.Of(appointment));
    }

    private static async Task<Results<Ok<AppointmentView>, ProblemHttpResult>> MoveAsync(
        Guid id, MediationDb db, Call call, Func<Appointment, Case, List<Party>, Refusal?> decide, CancellationToken ct)
    {
        if (await db.Appointments.FindAsync([id], ct) is not { } appointment || await db.CaseAsync(appointment.CaseId, call, ct) is not { } found) return Problems.NotFound("appointment", id);
        if (call.Stale(appointment.Version) is { } stale) return stale.Problem();
        return decide(appointment, found, await db.PartiesAsync(found.Id, ct)) is { } refusal ? refusal.Problem() : TypedResults.Ok(AppointmentView.Of(appointment));
    }

    private static async Task<Results<Ok<Page<AppointmentView>>, ProblemHttpResult>> List(Guid id, Paging page, MediationDb db, Call call, CancellationToken ct) =>
        await db.CaseAsync(id, call, ct) is null
            ? Problems.NotFound("case", id)
            : TypedResults.Ok(await db.Appointments.AsNoTracking().Where(a => a.CaseId == id).ToPageAsync(page, a => a.Id, AppointmentView.Of, ct));
}

/// <summary>A mediator in a case.</summary>
public sealed record AppointmentView(Guid Id, int Version, Guid CaseId, string Mediator, IReadOnlyList<MediatorSkill> Skills, bool? HasConflict, AppointmentState State, Guid? ChallengedBy) : IVersioned
{
    internal static AppointmentView Of(Appointment a) => new(a.Id, a.Version, a.CaseId, a.Mediator, a.Skills, a.HasConflict, a.State, a.ChallengedBy);
}
