using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Periods;

/// <summary>A period is begun by hand where no clock does it.</summary>
internal static class BeginPeriod
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/operational-periods/{id:guid}/begin", Handle).WithName("beginOperationalPeriod")
        .WithSummary("An approved period begins, where it has not begun by itself; the one before it ends.").RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();

    /// <summary>The events are those of the beginning.</summary>
    private static Task<Results<Ok<OperationalPeriodView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, PeriodClocks clocks, Call call, CancellationToken ct) =>
        PeriodDecision.TakeAsync(id, db, clocks, call, p => clocks.BeginAsync(p, call.Caller.Agency, call.Now, ct), ct, isSaid: true);
}
