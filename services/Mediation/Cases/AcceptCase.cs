using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

internal static class AcceptCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases/{id:guid}/accept", Handle)
        .WithName("acceptCase").WithSummary("Taken on, for those who agree; the time to the end starts.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static async Task<Results<Ok<CaseView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        var parties = await db.PartiesAsync(id, ct);
        return await db.DecideAsync(id, call, c => c.Accept(parties, call.Now), async c =>
        {
            await clocks.StopAsync("mediation.accept", c.Id, call.Now, ct);
            clocks.Start("mediation.completion", c.Id, c.Id, call.Now, new ClockScope(Category: $"{c.Kind}"));
            return null;
        }, ct);
    }
}
