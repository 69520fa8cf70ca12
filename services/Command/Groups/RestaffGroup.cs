using Coordination.Command.Incidents;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Groups;

/// <summary>The posts of a group change.</summary>
internal static class RestaffGroup
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/groups/{id:guid}/restaff", Handle)
        .WithName("restaffGroup").WithSummary("The posts of a group change.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<GroupView>, ProblemHttpResult>> Handle(
        Guid id, GroupStaff body, CommandDb db, Call call, JurisdictionPackage package, CancellationToken ct)
    {
        var span = package.Section<GroupTemplates>("workingGroups").SpanOfControl;
        if (await db.WorkingGroups.FindAsync([id], ct) is not { } group) return Problems.NotFound("working group", id);
        if (call.Stale(group.Version) is { } stale) return stale.Problem();
        if (group.Restaff(body.Head, body.Members) is { } refusal) return refusal.Problem();
        await db.ShareIncidentAsync(group.IncidentId, SharingGround.Group, call.Now, ct, [group.Head?.Agency, .. group.Members.Select(m => m.Agency)]);
        db.Append(group.IncidentId, group.Changed(span, call.Now));
        return TypedResults.Ok(GroupView.Of(group, span));
    }
}
