using Coordination.Command.Orders;
using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Periods;

/// <summary>From when until when a period lasts; the first may have begun before it is written down.</summary>
public sealed record PlanPeriod(DateTimeOffset From, DateTimeOffset To);

/// <summary>The next operational period of an incident.</summary>
internal static class PlanPeriodCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/incidents/{id:guid}/operational-periods", Handle)
        .WithName("planOperationalPeriod").WithSummary("Plans an operational period of an incident; its action plan is to be approved before it begins.").RequireRole(Roles.DutyOfficer, Roles.Commander);

    private static async Task<Results<Created<OperationalPeriodView>, ProblemHttpResult>> Handle(
        Guid id, PlanPeriod body, CommandDb db, PeriodClocks clocks, Call call, CancellationToken ct)
    {
        var (incident, no) = await IncidentAtHand.LedAsync(id, db, call, ct);
        if (incident is null) return no!.Problem();
        var others = await db.OperationalPeriods.AsNoTracking().Where(p => p.IncidentId == id).ToListAsync(ct);
        var (period, refusal) = OperationalPeriod.Plan(incident, body, others, call.Caller.Agency, call.Now);
        if (period is null) return refusal!.Problem();
        db.Add(period);
        clocks.Planned(period, incident);
        db.Append(id, period.Changed(call.Caller.Agency, call.Now));
        return TypedResults.Created($"/v1/operational-periods/{period.Id}", OperationalPeriodView.Of(period));
    }
}
