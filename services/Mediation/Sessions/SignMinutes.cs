using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Sessions;

/// <summary>Who signs the minutes.</summary>
/// <param name="PartyIds">Parties that sat in the session.</param>
public sealed record SignMinutes([property: Items(1, 1000)] IReadOnlyList<Guid> PartyIds);

internal static class SignMinutesSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/sessions/{id:guid}/sign", Handle)
        .WithName("signMinutes").WithSummary("Parties that sat sign the minutes.").RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<SessionView>, ProblemHttpResult>> Handle(Guid id, SignMinutes body, MediationDb db, Call call, CancellationToken ct) =>
        db.DecideSessionAsync(id, call, s => s.Sign(body.PartyIds), ct);
}
