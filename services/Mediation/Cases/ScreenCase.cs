using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

/// <summary>The result of screening (within a day by default).</summary>
/// <param name="Found">What was found that may need another protection; it sends the case out where the jurisdiction says so.</param>
public sealed record ScreenCase([property: Items(0, 6)] IReadOnlyList<ReferralReason>? Found = null);

internal static class ScreenCaseSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases/{id:guid}/screen", Handle)
        .WithName("screenCase").WithSummary("It can be mediated here, or it is referred out at once.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<CaseView>, ProblemHttpResult>> Handle(Guid id, ScreenCase? body, MediationDb db, Call call, CaseProfiles profiles, Leaving leaving, Clocks clocks, CancellationToken ct) =>
        db.DecideAsync(id, call, c => c.Screen(body?.Found ?? [], profiles.Of(c.Kind).Triggers), async c =>
        {
            if (c.State == CaseState.ReferredOut) return await leaving.LeaveAsync(c, ct);
            await clocks.StopAsync("mediation.screen", c.Id, call.Now, ct);
            clocks.Start("mediation.accept", c.Id, c.Id, call.Now, new ClockScope(Category: $"{c.Kind}"));
            return null;
        }, ct);
}
