using Coordination.Command.Jurisdictions;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Warnings;

/// <summary>Why the authorised body does not agree.</summary>
/// <param name="Reason">In words, which stay in this service; no names of persons.</param>
public sealed record RejectWarning([property: Text(500)] string Reason);

/// <summary>An authorised body rejects a proposed warning. Who calls as before there were reasons sends no body, and gives none.</summary>
internal static class RejectWarningCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/warnings/{id:guid}/reject", Handle)
        .WithName("rejectWarning").IsLifeSafety().WithSummary("An authorised body rejects it, with a reason.").RequireRole(Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<WarningView>, ProblemHttpResult>> Handle(
        Guid id, RejectWarning? body, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct)
    {
        if (await db.Warnings.FindAsync([id], ct) is not { } warning) return Problems.NotFound("warning", id);
        if (call.Stale(warning.Version) is { } stale) return stale.Problem();
        if ((await db.TreeAsync(package, call, ct)).MayWarn(call.Caller.Agency, warning.Level, warning.Jurisdiction) is { } unauthorised) return unauthorised.Problem();
        if (warning.Reject(body?.Reason) is { } refusal) return refusal.Problem();
        db.Append(id, new WarningRejected(id, call.Caller.Agency, call.Now, body is not null));
        return TypedResults.Ok(WarningView.Of(warning));
    }
}
