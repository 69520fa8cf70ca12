using Coordination.Command.Incidents;
using Coordination.Command.Jurisdictions;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Grades;

/// <summary>A grade proposed by hand.</summary>
public sealed record ProposeGradeRequest(IncidentGrade Grade);

/// <summary>Proposes a grade: by hand, or from the thresholds at each casualty entry and each decision on which figure counts.</summary>
internal static class ProposeGrade
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/incidents/{id:guid}/grades", Handle).WithName("proposeGrade").WithSummary("Proposes a grade by hand.").RequireRole(Roles.DutyOfficer, Roles.Commander);
        routes.MapGet("/v1/incidents/{id:guid}/grades", List).WithName("listGrades").WithSummary("Every grade decision of an incident, oldest first.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Auditor, Roles.PublicInformationOfficer, Roles.Integration);
    }

    private static async Task<Results<Created<GradeView>, ProblemHttpResult>> Handle(Guid id, ProposeGradeRequest request, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([id], ct) is not { } incident) return Problems.NotFound("incident", id);
        var (decision, refusal) = GradeDecision.Propose(incident, request.Grade, byThreshold: false, call.Now);
        if (decision is null) return refusal!.Problem();
        await EnterAsync(decision, db, call, ct);
        return TypedResults.Created($"/v1/incidents/{id}/grades", GradeView.Of(decision));
    }

    /// <summary>Looks at what counts. Nothing is proposed twice, nor for what happened after the window for supplements.</summary>
    internal static async Task ByThresholdAsync(
        Incident incident, DateTimeOffset occurredAt, IReadOnlyCollection<CasualtyEntry> ledger, IReadOnlyCollection<CasualtyDecision> decisions,
        CommandDb db, JurisdictionPackage package, Clocks clocks, Call call, CancellationToken ct)
    {
        var end = (await clocks.FindAsync("grade.supplement", incident.Id, ct))?.DueAt;
        if (!SupplementWindow.Holds(incident, occurredAt, end)) return;
        var chain = (await db.TreeAsync(package, call, ct)).Chain(incident.Jurisdiction).Select(n => n.Code).ToList();
        var counts = CasualtyEntry.Totals(ledger, decisions, e => SupplementWindow.Holds(incident, e.OccurredAt, end));
        if (package.Section<GradeThresholds>("grades").For(incident.Category, incident.Kind, chain, counts) is not { } grade) return;
        var newest = await db.GradeDecisions.Where(d => d.IncidentId == incident.Id && d.State != GradeState.Superseded).OrderByDescending(d => d.Id).FirstOrDefaultAsync(ct);
        if (newest?.Grade == grade) return;
        var (decision, _) = GradeDecision.Propose(incident, grade, byThreshold: true, call.Now);
        if (decision is not null) await EnterAsync(decision, db, call, ct);
    }

    private static async Task EnterAsync(GradeDecision decision, CommandDb db, Call call, CancellationToken ct)
    {
        foreach (var old in await db.GradeDecisions.Where(d => d.IncidentId == decision.IncidentId && d.State == GradeState.Proposed).ToListAsync(ct))
            if (old.Supersede() is null) db.Append(decision.IncidentId, new GradeSuperseded(decision.IncidentId, old.Id, call.Now));
        db.Add(decision);
        db.Append(decision.IncidentId, new GradeProposed(decision.IncidentId, decision.Id, decision.Grade, decision.ByThreshold, call.Now));
    }

    private static async Task<Ok<Page<GradeView>>> List(Guid id, Paging page, CommandDb db, CancellationToken ct) => TypedResults.Ok(
        await db.GradeDecisions.AsNoTracking().Where(d => d.IncidentId == id).ToPageAsync(page, d => d.Id, GradeView.Of, ct));
}

/// <summary>A grade decision.</summary>
public sealed record GradeView(Guid Id, int Version, Guid IncidentId, GradeState State, IncidentGrade Grade, bool ByThreshold, DateTimeOffset ProposedAt, DateTimeOffset? ConfirmedAt) : IVersioned
{
    internal static GradeView Of(GradeDecision d) => new(d.Id, d.Version, d.IncidentId, d.State, d.Grade, d.ByThreshold, d.ProposedAt, d.ConfirmedAt);
}
