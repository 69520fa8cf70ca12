using Coordination.Command.Incidents;
using Coordination.Command.Jurisdictions;
using Coordination.Command.Notices;
using Coordination.Command.Orders;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Recovery;

/// <summary>What the bodies above are told with the figures and the plan, which they read in the incident.</summary>
/// <param name="Text">In words; no names of persons.</param>
public sealed record ReportRecovery([property: Text(1000)] string Text);

/// <summary>Losses and the recovery plan are reported up (突发事件应对法 Art. 87): a notice to the bodies on duty next above the incident's place, which each acknowledges.</summary>
internal static class ReportRecoveryCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/incidents/{id:guid}/recovery-report", Handle)
        .WithName("reportRecovery").WithSummary("Reports losses and the adopted recovery plan to the bodies on duty above, by a notice that they acknowledge.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander);

    private static async Task<Results<Created<NoticeView>, ProblemHttpResult>> Handle(
        Guid id, ReportRecovery body, CommandDb db, JurisdictionPackage package, NoticeClocks receipts, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([id], ct) is not { } incident) return Problems.NotFound("incident", id);
        if (await db.MayLeadAsync(incident, call, ct) is { } stranger) return stranger.Problem();
        if (RecoveryTime.RefuseWork(incident) is { } early) return early.Problem();
        if (!await db.IsAssessedAsync(incident, ct)) return new Refusal("no-losses", "No loss is assessed yet: assess first.").Problem();
        if (await db.AdoptedAsync(incident, ct) is not { } plan)
            return new Refusal("no-recovery-plan", "No recovery plan is adopted: adopt one first.").Problem();
        var above = (await db.TreeAsync(package, call, ct)).ToldOfRecovery(incident, call.Caller.Agency);
        if (above is null) return new Refusal("nobody-on-duty", "No other agency keeps the duty above the incident's place.").Problem();
        var (notice, refusal) = Notice.Issue(id, incident.ExerciseId, new(NoticePurpose.Information, body.Text, call.Caller.Agency, call.Now), above);
        if (notice is null) return refusal!.Problem();
        await db.SendAsync(notice, incident.Scope(), receipts, ct);
        await clocks.StopAsync("recovery.report", id, call.Now, ct);
        db.Append(id, new RecoveryReported(id, notice.Id, plan.Number, call.Caller.Agency, notice.Agencies, call.Now));
        return TypedResults.Created($"/v1/notices/{notice.Id}", NoticeView.Of(notice));
    }

    /// <summary>The bodies on duty next above the incident's place, and above the one that reports where it keeps the duty there itself; null where there are none.</summary>
    internal static IReadOnlyList<string>? ToldOfRecovery(this JurisdictionTree tree, Incident incident, string reporter)
    {
        var chain = tree.ReportChain(incident.Jurisdiction).Where(s => s.Jurisdiction != incident.Jurisdiction).ToList();
        return chain.Skip(chain.FindLastIndex(s => s.Agencies.Contains(reporter)) + 1).FirstOrDefault()?.Agencies;
    }
}
