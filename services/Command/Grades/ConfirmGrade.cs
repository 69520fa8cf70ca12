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

/// <summary>
/// A person confirms a grade; the one confirmed before is superseded. The body that the package names for the grade does (domain.md B3): no law that holds everywhere names
/// one, and where the package names none, whoever leads the incident does.
/// </summary>
internal static class ConfirmGrade
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/grades/{id:guid}/confirm", Handle)
        .WithName("confirmGrade").WithSummary("Confirms a proposed grade.").RequireRole(Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<GradeView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct)
    {
        if (await db.GradeDecisions.FindAsync([id], ct) is not { } decision) return Problems.NotFound("grade decision", id);
        if (call.Stale(decision.Version) is { } stale) return stale.Problem();
        var incident = (await db.Incidents.FindAsync([decision.IncidentId], ct))!;
        var tree = await db.TreeAsync(package, call, ct);
        if ((tree.NamesGrade(decision.Grade) ? tree.MayConfirm(call.Caller.Agency, decision.Grade, incident.Jurisdiction) : await db.MayLeadAsync(incident, call, ct)) is { } stranger) return stranger.Problem();
        if (decision.Confirm(call.Caller.Agency, call.Now) is { } refusal) return refusal.Problem();
        if (incident.TakeGrade(decision.Grade) is { } ungraded) return ungraded.Problem();
        foreach (var old in await db.GradeDecisions.Where(d => d.IncidentId == incident.Id && d.State == GradeState.Confirmed && d.Id != id).ToListAsync(ct))
            if (old.Supersede() is null) db.Append(incident.Id, new GradeSuperseded(incident.Id, old.Id, call.Now));
        db.Append(incident.Id, new GradeConfirmed(incident.Id, decision.Id, decision.Grade, call.Now));
        return TypedResults.Ok(GradeView.Of(decision));
    }
}
