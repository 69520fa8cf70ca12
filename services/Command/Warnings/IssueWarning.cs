using Coordination.Command.Jurisdictions;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Warnings;

/// <summary>Whom to call when the warning goes into force; each answer has its clock (叫应).</summary>
public sealed record IssueWarning([property: Items(0, 100)] IReadOnlyList<string> Recipients);

internal static class IssueWarningCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/warnings/{id:guid}/issue", Handle).WithName("issueWarning").IsLifeSafety()
        .WithSummary("Puts an approved or adjusted warning in force, calls its recipients and starts their clocks.").RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<WarningView>, ProblemHttpResult>> Handle(
        Guid id, IssueWarning request, CommandDb db, JurisdictionPackage package, Clocks clocks, CallClocks answers, Call call, CancellationToken ct)
    {
        if (await db.Warnings.FindAsync([id], ct) is not { } warning) return Problems.NotFound("warning", id);
        if (call.Stale(warning.Version) is { } stale) return stale.Problem();
        if (request.Recipients.Any(r => !Code.Is(r))) return Code.Refuse("/recipients").Problem();
        if ((await db.TreeAsync(package, call, ct)).MayWarn(call.Caller.Agency, warning.Level, warning.Jurisdiction) is { } unauthorised) return unauthorised.Problem();
        var first = warning.IssuedAt is null;
        if (warning.PutInForce(call.Now, await db.InForceBesideAsync(warning, ct)) is { } refusal) return refusal.Problem();
        db.Append(warning.Id, new WarningInForce(
            warning.Id, warning.IncidentId, warning.Category, warning.Kind, warning.EventCode, warning.Level, warning.Jurisdiction, warning.Areas,
            warning.IssuerAgency!, warning.StartsAt, warning.ExpiresAt));
        if (first) clocks.Start("warning.neighbour-notice", id, id, call.Now, warning.Scope());
        await RestartReviewAsync(warning, clocks, call, ct);
        await CallAsync(warning, request.Recipients, db, answers, call, ct);
        return TypedResults.Ok(WarningView.Of(warning));
    }

    /// <summary>An answer to the old level is none to the new one: who answered is called again. Who has not answered yet is not given more time.</summary>
    private static async Task CallAsync(Warning warning, IReadOnlyList<string> recipients, CommandDb db, CallClocks answers, Call call, CancellationToken ct)
    {
        var known = await db.WarningCalls.Where(c => c.WarningId == warning.Id).ToListAsync(ct);
        foreach (var recipient in recipients.Distinct())
        {
            var ring = known.Find(c => c.Recipient == recipient);
            if (ring is null) db.Add(ring = WarningCall.To(warning, recipient, call.Now));
            else if (ring.CallAgain(call.Now) is not null) continue;
            db.Append(warning.Id, new WarningCalled(warning.Id, ring.Id, recipient, call.Now));
            await answers.CalledAsync(ring, warning.Scope(), ct);
        }
    }

    /// <summary>A warning does not run out by itself: its end is a duty to look again.</summary>
    private static async Task RestartReviewAsync(Warning warning, Clocks clocks, Call call, CancellationToken ct)
    {
        await clocks.StopAsync("warning.review", warning.Id, call.Now, ct);
        await clocks.StartNextAsync("warning.review", warning.Id, warning.Id, call.Now, null, ct, warning.ExpiresAt);
    }
}
