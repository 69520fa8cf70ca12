using Coordination.Command.Incidents;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Transfers;

/// <summary>The first leader to arrive with a team commands until the named commander takes over (县区现场指挥官制度 Art. 8).</summary>
internal static class TakeActingCommand
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/incidents/{id:guid}/acting-command", Handle)
        .WithName("takeActingCommand").IsLifeSafety().WithSummary("The first leader to arrive with a team commands until the named commander takes over.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer);

    private static async Task<Results<Created<CommandView>, ProblemHttpResult>> Handle(
        Guid id, Occurrence? body, CommandDb db, Call call, CancellationToken ct)
    {
        var (incident, unknown) = await Orders.IncidentAtHand.FindAsync(id, db, call, ct);
        if (incident is null) return unknown!.Problem();
        if (await db.IncidentCommands.FindAsync([id], ct) is not null)
            return new Refusal("has-commander", "Someone commands this incident already; command passes by a transfer.").Problem();
        var (command, refusal) = IncidentCommand.FirstArriver(id, incident.OccurredAt, call.Exercise, call.Caller.Agency, body?.OccurredAt ?? call.Now);
        if (command is null) return refusal!.Problem();
        db.Add(command);
        await db.ShareIncidentAsync(id, SharingGround.Command, call.Now, ct, call.Caller.Agency);
        db.Append(id, command.Changed());
        return TypedResults.Created($"/v1/incidents/{id}/command", CommandView.Of(command));
    }
}
