using System.ComponentModel.DataAnnotations;
using Coordination.Command.Orders;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.HeadCounts;

/// <summary>What a team's agency answers: numbers. An append: it needs no version.</summary>
/// <param name="Team">Code of the team.</param>
/// <param name="Expected">How many of the team are on scene.</param>
/// <param name="Counted">How many of them were counted now.</param>
/// <param name="Reason">Why fewer, when it is fewer.</param>
/// <param name="Place">Code of the place where they were counted; not of fewer than two.</param>
public sealed record AnswerHeadCount(
    [property: Text(64)] string Team, [property: Range(0, 10_000)] int Expected, [property: Range(0, 10_000)] int Counted, HeadCountReason? Reason = null, [property: Text(64)] string? Place = null);

internal static class AnswerHeadCountCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/head-count-rounds/{id:guid}/answers", Handle)
        .WithName("answerHeadCount").WithSummary("A team's agency answers a round of head counts with numbers; a later answer takes the place of an earlier one.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.Integration);

    private static async Task<Results<Ok<HeadCountRoundView>, ProblemHttpResult>> Handle(Guid id, AnswerHeadCount body, CommandDb db, HeadCountClocks clocks, Call call, CancellationToken ct)
    {
        if (await db.HeadCountRounds.FindAsync([id], ct) is not { } round) return Problems.NotFound("head count round", id);
        var (incident, no) = await IncidentAtHand.FindAsync(round.IncidentId, db, call, ct);
        if (incident is null) return no!.Problem();
        if (round.Answer(body, call.Caller.Agency, call.Now) is { } refusal) return refusal.Problem();
        db.Append(incident.Id, round.Changed(call.Now));
        if (body.Counted < body.Expected)
            db.Append(incident.Id, new HeadCountMissed(
                round.Id, incident.Id, call.Caller.Agency, body.Team, await db.CommanderAsync(incident.Id, call.Now, ct), call.Now, body.Expected - body.Counted));
        if (round.Answered == round.Counts.Count) await clocks.AnsweredAsync(round, ct);
        return TypedResults.Ok(HeadCountRoundView.Of(round));
    }

    /// <summary>Who hears of it: the agency that commands, or the one that owns the incident while nobody does.</summary>
    internal static async Task<string> CommanderAsync(this CommandDb db, Guid incident, DateTimeOffset at, CancellationToken ct) =>
        (await db.IncidentCommands.FindAsync([incident], ct))?.At(at)?.Lead ?? (await db.Incidents.FindAsync([incident], ct))?.OwnerAgency ?? "";
}
