using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Groups;

/// <summary>A group begins its work.</summary>
internal static class BeginGroupWork
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/groups/{id:guid}/operate", Handle)
        .WithName("beginGroupWork").WithSummary("A group begins its work.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<GroupView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, Call call, JurisdictionPackage package, CancellationToken ct)
    {
        var span = package.Section<GroupTemplates>("workingGroups").SpanOfControl;
        if (await db.WorkingGroups.FindAsync([id], ct) is not { } group) return Problems.NotFound("working group", id);
        if (call.Stale(group.Version) is { } stale) return stale.Problem();
        if (group.Operate() is { } refusal) return refusal.Problem();
        db.Append(group.IncidentId, group.Changed(span, call.Now));
        return TypedResults.Ok(GroupView.Of(group, span));
    }
}
