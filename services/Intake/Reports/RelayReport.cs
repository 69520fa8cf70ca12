using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Intake.Late;
using Coordination.Intake.Bodies;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Reports;

/// <summary>To whom the handling body reports upward.</summary>
/// <param name="ToAgency">Agency of the tier above.</param>
/// <param name="ToTier">Its tier; a skipped level (越级) gets a copy.</param>
/// <param name="Channel">How.</param>
/// <param name="FromTier">Tier of the handling body, where the report does not say it.</param>
/// <param name="Copies">Agencies of the skipped tiers; where none is named, the body that keeps the duty there.</param>
/// <param name="Late">When it was reported, where that is entered afterwards.</param>
public sealed record RelayReport(
    [property: Text(64)] string ToAgency, JurisdictionTier ToTier, ReportChannel Channel = ReportChannel.Written, JurisdictionTier? FromTier = null,
    [property: Items(0, 6)] IReadOnlyList<TierCopy>? Copies = null, LateAct? Late = null);

/// <summary>A copy to a skipped tier.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Agency">Its agency.</param>
public sealed record TierCopy(JurisdictionTier Tier, [property: Text(64)] string Agency);

internal static class RelayReportCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reports/{id:guid}/relay", Handle)
        .WithName("relayReport").IsLifeSafety().WithSummary("The handling body reports upward; answers with the report that the upper tier has now.")
        .RequireRole(Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Created<ReportView>, ProblemHttpResult>> Handle(
        Guid id, RelayReport body, IntakeDb db, Call call, Clocks clocks, Reception reception, IntakeRules rules, Tree tree, CancellationToken ct)
    {
        if (await ReadReports.FindAsync(db, call, id, ct) is not { } report) return Problems.NotFound("report", id);
        if (call.Stale(report.Version) is { } stale) return stale.Problem();
        if ((report.ToTier ?? body.FromTier) is not { } from)
            return Refusal.Invalid("/fromTier", "tier-required", "The report does not say the tier of the handling body: name it.").Problem();
        if (rules.Chain.Between(from, body.ToTier) is not { } skipped)
            return Refusal.Invalid("/toTier", "not-above", $"A report goes to a tier above {from}.").Problem();
        if ((Code.Refuse("/toAgency", body.ToAgency) ?? report.Relay(call.Caller.Agency, call.Now, body.Late)) is { } refusal) return refusal.Problem();
        var copies = new List<SkippedTier>();
        foreach (var tier in skipped)
        {
            var copy = body.Copies?.FirstOrDefault(c => c.Tier == tier)?.Agency ?? await tree.DutyBodyAboveAsync(report.AreaCode, tier, ct);
            if (copy is null) return new Refusal("skipped-level-not-copied", $"The report skips {tier}: name the agency there that gets the copy.", "/copies").Problem();
            if (Code.Refuse("/copies", copy) is { } bad) return bad.Problem();
            copies.Add(new(tier, copy));
        }
        var at = report.RelayedAt!.Value;
        await reception.PassedOnAsync(report, at, ct);
        var upper = Above(report, body.ToAgency, body.ToTier, ReportOrigin.Relayed);
        foreach (var copy in copies) await reception.TakeAsync(Above(report, copy.Agency, copy.Tier, ReportOrigin.Copied), ct);
        await reception.TakeAsync(upper, ct);
        db.Append(report.Subject(), new ReportRelayed(
            report.Id, upper.Id, report.IncidentId, call.Caller.Agency, from, body.ToAgency, body.ToTier, copies, KnownAt(), at,
            report.Entered(ReportAct.Relayed, call.Now)?.Fact()));
        return TypedResults.Created($"/v1/reports/{upper.Id}", ReportView.Of(upper));

        // This body knew of it when the report arrived, or when it passed it on by other means before.
        DateTimeOffset KnownAt() => report.ReceivedAt < at ? report.ReceivedAt : at;

        // What goes up holds no contact (domain.md D, rule 7).
        Report Above(Report below, string agency, JurisdictionTier tier, ReportOrigin origin) => Report.Receive(
            new NewReport(Guid.CreateVersion7(), below.Kind, ReportSource.Agency, body.Channel, from, tier, call.Caller.Agency, agency, below.Category,
                below.Where(), KnownAt(), below.Content)
            {
                ExerciseId = call.Exercise, SeriesId = below.SeriesId, Number = below.Number, PriorReportId = below.PriorReportId, IncidentId = below.IncidentId,
                Origin = origin, OriginId = below.Id, Late = body.Late,
            }, rules.Content, call.Now).Report!;
    }
}
