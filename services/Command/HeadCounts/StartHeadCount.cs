using System.ComponentModel.DataAnnotations;
using Coordination.Command.Incidents;
using Coordination.Command.Orders;
using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.HeadCounts;

/// <summary>Which teams are counted, and how often.</summary>
/// <param name="Teams">Teams on scene; their agencies take part in the incident from now on.</param>
/// <param name="EveryMinutes">The interval; the package's when it is left out.</param>
public sealed record StartHeadCount([property: Items(1, 100)] IReadOnlyList<HeadCountTeam> Teams, [property: Range(5, 240)] int? EveryMinutes = null);

/// <summary>A team on scene.</summary>
/// <param name="Agency">Code of the agency that answers for it.</param>
/// <param name="Team">Code of the team, never the name of a person.</param>
public sealed record HeadCountTeam([property: Text(64)] string Agency, [property: Text(64)] string Team);

internal static class StartHeadCountCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/incidents/{id:guid}/head-counts", Handle)
        .WithName("startHeadCount").WithSummary("Starts head counts of the teams on scene: numbers of teams, in rounds, until they are stopped.").RequireRole(Roles.DutyOfficer, Roles.Commander);

    private static async Task<Results<Created<HeadCountView>, ProblemHttpResult>> Handle(Guid id, StartHeadCount body, CommandDb db, HeadCountClocks clocks, Call call, CancellationToken ct)
    {
        var (incident, no) = await IncidentAtHand.LedAsync(id, db, call, ct);
        if (incident is null) return no!.Problem();
        if (clocks.Refuse() is { } clockless) return clockless.Problem();
        var (started, refusal) = HeadCount.Start(incident, body, clocks.UsualMinutes(incident), await db.IsCountingAsync(id, ct), call.Caller.Agency, call.Now);
        if (started is null) return refusal!.Problem();
        db.Add(started);
        await db.TakePartAsync(incident, call.Now, ct, started.Teams.Select(t => t.Agency));
        db.Append(id, started.Changed(call.Caller.Agency, call.Now));
        await clocks.BeginAsync(started, incident, call.Now, ct);
        return TypedResults.Created($"/v1/head-counts/{started.Id}", HeadCountView.Of(started));
    }
}
