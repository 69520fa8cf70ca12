using Coordination.Command.HeadCounts;
using Coordination.Command.Investigations;
using Coordination.Command.Periods;
using Coordination.Command.Transfers;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Incidents;

/// <summary>The incident that goes on.</summary>
public sealed record MergeIncident(Guid Into);

internal static class MergeIncidentCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/incidents/{id:guid}/merge", Handle)
        .WithName("mergeIncident").WithSummary("It is the same as another incident, which goes on.").RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<IncidentView>, ProblemHttpResult>> Handle(
        Guid id, MergeIncident request, CommandDb db, Call call, Clocks clocks, PeriodClocks periods, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([id], ct) is not { } incident) return Problems.NotFound("incident", id);
        if (await db.MayLeadAsync(incident, call, ct) is { } stranger) return stranger.Problem();
        if (call.Stale(incident.Version) is { } stale) return stale.Problem();
        if (await db.Incidents.FindAsync([request.Into], ct) is not { } into) return Refusal.Invalid("/into", "unknown-incident", "There is no such incident.").Problem();
        if (await db.MayLeadAsync(into, call, ct) is { } guest) return guest.Problem();
        if ((await db.RefuseWhileCountingAsync(id, ct) ?? await db.RefuseWhileInvestigatingAsync(id, ct) ?? incident.MergeInto(into)) is { } refusal) return refusal.Problem();
        var parties = await db.Set<SubjectParty>().Where(p => p.Subject == id && !p.IsReader).Select(p => p.Agency).ToListAsync(ct);
        await db.ShareIncidentAsync(into.Id, SharingGround.Merged, call.Now, ct, parties);
        await CommandGoesOnAsync(id, into.Id, db, clocks, call, ct);
        await periods.FollowAsync(incident, ct);
        db.Append(incident.Id, new IncidentMerged(incident.Id, into.Id, call.Now));
        return TypedResults.Ok(IncidentView.Of(incident));
    }

    /// <summary>One response has one commander: that of the incident that goes on, or where it had none, the one of the incident that becomes part of it.</summary>
    private static async Task CommandGoesOnAsync(Guid from, Guid into, CommandDb db, Clocks clocks, Call call, CancellationToken ct)
    {
        await OpenTransfers.LapseAsync(db, clocks, from, call.Now, ct);
        if (await db.IncidentCommands.FindAsync([from], ct) is not { } merged || merged.End(call.Now) is not null) return;
        if (await db.IncidentCommands.FindAsync([into], ct) is not null) return;
        var command = IncidentCommand.GoOn(into, merged, call.Now);
        db.Add(command);
        db.Append(into, command.Changed());
    }
}
