using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Periods;

/// <summary>Why a period that was planned is not held.</summary>
/// <param name="Reason">In words; no names of persons.</param>
public sealed record CancelPeriod([property: Text(500)] string Reason);

/// <summary>A period is cancelled before it begins.</summary>
internal static class CancelPeriodCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/operational-periods/{id:guid}/cancel", Handle).WithName("cancelOperationalPeriod")
        .WithSummary("A period that has not begun is not held, for a reason.").RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();

    private static Task<Results<Ok<OperationalPeriodView>, ProblemHttpResult>> Handle(Guid id, CancelPeriod body, CommandDb db, PeriodClocks clocks, Call call, CancellationToken ct) =>
        PeriodDecision.TakeAsync(id, db, clocks, call, async p =>
        {
            if (p.Cancel(body.Reason, call.Now) is { } refusal) return refusal;
            await clocks.OverAsync(p, call.Caller.Agency, call.Now, ct);
            return null;
        }, ct);
}
