using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Releases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Statements;

/// <summary>Makes an approved statement public. It stops the release clocks of its incident and starts that of the next update.</summary>
internal static class PublishStatement
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/statements/{id:guid}/publish", Handle)
        .WithName("publishStatement").WithSummary("Makes an approved statement public.").RequireRole(Roles.PublicInformationOfficer, Roles.Approver).RequireIfMatch();

    private static async Task<Results<Ok<StatementView>, ProblemHttpResult>> Handle(
        Guid id, PublicInformationDb db, JurisdictionPackage package, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.Statements.FindAsync([id], ct) is not { } statement) return Problems.NotFound("statement", id);
        if (call.Stale(statement.Version) is { } stale) return stale.Problem();
        if (!await db.IsOpenAsync(statement.IncidentId, ct)) return InformedIncidents.Unknown.Problem();
        var incident = statement.IncidentId is { } about ? await db.IncidentAsync(about, call, ct) : null;
        if (incident?.MaySpeak(call.Caller.Agency, package.Section<SpokespersonRules>("spokespersons")) is { } mute) return mute.Problem();
        if (statement.Publish(call.Now) is { } refusal) return refusal.Problem();
        if (statement.Supersedes is { } old)
        {
            var before = await db.Statements.IgnoreQueryFilters().FirstAsync(s => s.Id == old, ct);
            if (before.GiveWay(id, statement.IsCorrection, call.Now) is { } gone) return gone.Problem();
            db.Append(before.IncidentId ?? old, new StatementChanged(old, before.IncidentId, before.State, call.Now));
        }
        if (incident is not null) await new ReleaseClocks(clocks).StatementPublishedAsync(incident, call.Now, ct);
        db.Append(statement.IncidentId ?? id, new StatementPublished(
            id, statement.IncidentId, statement.Supersedes, statement.IsCorrection, statement.Facts.Count, statement.Agency, call.Now));
        return TypedResults.Ok(StatementView.Of(statement));
    }
}
