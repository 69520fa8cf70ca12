using Coordination.Command.Jurisdictions;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Warnings;

/// <summary>The neighbour that was told (Art. 64).</summary>
public sealed record NotifyNeighbour([property: Text(40)] string Jurisdiction);

internal static class NotifyNeighbourCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/warnings/{id:guid}/neighbours", Handle).WithName("notifyNeighbour").IsLifeSafety()
        .WithSummary("Tells a neighbouring jurisdiction; the first stops the clock.").RequireRole(Roles.DutyOfficer, Roles.Commander);

    private static async Task<Results<Ok<WarningView>, ProblemHttpResult>> Handle(
        Guid id, NotifyNeighbour request, CommandDb db, JurisdictionPackage package, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.Warnings.FindAsync([id], ct) is not { } warning) return Problems.NotFound("warning", id);
        if ((await db.TreeAsync(package, call, ct)).RefuseUnknown(request.Jurisdiction) is { } nowhere) return nowhere.Problem();
        var known = warning.NotifiedNeighbours.Contains(request.Jurisdiction);
        if (warning.NotifyNeighbour(request.Jurisdiction) is { } refusal) return refusal.Problem();
        await clocks.StopAsync("warning.neighbour-notice", id, call.Now, ct);
        if (!known) db.Append(id, new NeighbourNotified(id, request.Jurisdiction, call.Now));
        return TypedResults.Ok(WarningView.Of(warning));
    }
}
