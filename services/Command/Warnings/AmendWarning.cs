using Coordination.Command.Jurisdictions;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Warnings;

/// <summary>What Art. 64 asks for beside kind and level: possible areas, caution items, measures, start and end.</summary>
/// <param name="Areas">Possible areas.</param>
/// <param name="Cautions">What to beware of.</param>
/// <param name="Measures">What to do.</param>
/// <param name="StartsAt">From when.</param>
/// <param name="ExpiresAt">Until when, or until somebody looks again.</param>
public sealed record AmendWarning(
    [property: Items(1, 50)] IReadOnlyList<string> Areas, [property: Text(1000)] string Cautions, [property: Text(1000)] string Measures, DateTimeOffset StartsAt,
    DateTimeOffset ExpiresAt);

internal static class AmendWarningCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/warnings/{id:guid}/amend", Handle).WithName("amendWarning").IsLifeSafety()
        .WithSummary("Writes the content of a proposed warning: by who proposed it, whose indicator did, or who may issue it.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Integration).RequireIfMatch();

    private static async Task<Results<Ok<WarningView>, ProblemHttpResult>> Handle(
        Guid id, AmendWarning request, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct)
    {
        if (await db.Warnings.FindAsync([id], ct) is not { } warning) return Problems.NotFound("warning", id);
        if (call.Stale(warning.Version) is { } stale) return stale.Problem();
        if (request.Areas.Any(a => !Code.Is(a))) return Code.Refuse("/areas").Problem();
        if (call.Caller.Agency != warning.ProposedBy
            && (await db.TreeAsync(package, call, ct)).MayWarn(call.Caller.Agency, warning.Level, warning.Jurisdiction) is { } unauthorised) return unauthorised.Problem();
        if (warning.Amend(request, call.Now) is { } refusal) return refusal.Problem();
        db.Append(id, new WarningAmended(id, call.Caller.Agency, call.Now));
        return TypedResults.Ok(WarningView.Of(warning));
    }
}
