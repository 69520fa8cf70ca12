using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Transfers;

/// <summary>Who commands an incident, and who did at any instant before.</summary>
internal static class ReadIncidentCommand
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/incidents/{id:guid}/command", Handle)
            .WithName("readIncidentCommand").WithSummary("Who commands an incident, and who did before.").RequireRole(Readers.All);
        routes.MapGet("/v1/incidents/{id:guid}/commander", At)
            .WithName("readCommanderAt").WithSummary("Who commanded an incident at an instant.").RequireRole(Readers.All);
    }

    private static async Task<Results<Ok<CommandView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, CancellationToken ct) =>
        await db.IncidentCommands.FindAsync([id], ct) is { } command
            ? TypedResults.Ok(CommandView.Of(command))
            : Problems.NotFound("commander");

    private static async Task<Results<Ok<CommandTenure>, ProblemHttpResult>> At(Guid id, DateTimeOffset? at, CommandDb db, Call call, CancellationToken ct) =>
        (await db.IncidentCommands.FindAsync([id], ct))?.At(at ?? call.Now) is { } tenure
            ? TypedResults.Ok(tenure)
            : Problems.NotFound("commander");
}
