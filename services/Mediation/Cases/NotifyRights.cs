using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

/// <summary>What else is open to the parties; court always, and what the jurisdiction asks for this kind of dispute.</summary>
/// <param name="Paths">The ways.</param>
public sealed record NotifyRights([property: Items(1, 6)] IReadOnlyList<RightsPath> Paths);

internal static class NotifyRightsSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases/{id:guid}/notify-rights", Handle)
        .WithName("notifyRights").WithSummary("Tells the parties what else is open to them (人民调解法 Art. 26).")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<CaseView>, ProblemHttpResult>> Handle(Guid id, NotifyRights body, MediationDb db, Call call, CaseProfiles profiles, Clocks clocks, CancellationToken ct) =>
        db.DecideAsync(id, call, c => c.NotifyRights(body.Paths, profiles.Of(c.Kind).Rights), async c =>
        {
            await clocks.StopAsync("mediation.rights-notice", c.Id, call.Now, ct);
            return null;
        }, ct);
}
