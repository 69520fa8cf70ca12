using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Periods;

/// <summary>A period is ended before its time.</summary>
internal static class EndPeriod
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/operational-periods/{id:guid}/end", Handle).WithName("endOperationalPeriod")
        .WithSummary("The current period ends before the next begins.").RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();

    private static Task<Results<Ok<OperationalPeriodView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, PeriodClocks clocks, Call call, CancellationToken ct) =>
        PeriodDecision.TakeAsync(id, db, clocks, call, async p =>
        {
            if (p.End(call.Now) is { } refusal) return refusal;
            await clocks.EndedAsync(p, ct);
            return null;
        }, ct, isAnew: true);
}
