using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Groups;

/// <summary>A group for an incident.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Kind">Which template.</param>
public sealed record FormGroup(Guid IncidentId, GroupKind Kind);

/// <summary>A working group is formed from one of the jurisdiction's templates; one of each kind for an incident.</summary>
internal static class FormGroupCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/groups", Handle)
        .WithName("formGroup").WithSummary("A working group is formed from one of the jurisdiction's templates.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer);

    private static async Task<Results<Created<GroupView>, ProblemHttpResult>> Handle(
        FormGroup body, CommandDb db, Call call, JurisdictionPackage package, CancellationToken ct)
    {
        var templates = package.Section<GroupTemplates>("workingGroups");
        if (!templates.Kinds.Contains(body.Kind)) return Refusal.Invalid("/kind", "group-kind-not-used", "This jurisdiction does not use this template.").Problem();
        var (incident, unknown) = await Orders.IncidentAtHand.FindAsync(body.IncidentId, db, call, ct);
        if (incident is null) return unknown!.Problem();
        if (await db.WorkingGroups.AnyAsync(g => g.IncidentId == incident.Id && g.Kind == body.Kind && g.State != GroupState.Released, ct))
            return new Refusal("group-exists", "The incident has a group of this kind already.").Problem();
        var group = WorkingGroup.Form(Guid.CreateVersion7(), call.Exercise, incident.Id, body.Kind, call.Now);
        db.Add(group);
        db.Append(incident.Id, group.Changed(templates.SpanOfControl, call.Now));
        return TypedResults.Created($"/v1/groups/{group.Id}", GroupView.Of(group, templates.SpanOfControl));
    }
}
