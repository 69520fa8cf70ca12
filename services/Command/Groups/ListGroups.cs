using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Groups;

/// <summary>Working groups, of one incident if named.</summary>
internal static class ListGroups
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/groups", Handle)
        .WithName("listGroups").WithSummary("Working groups, of one incident if named.").RequireRole(Readers.All);

    private static async Task<Ok<Page<GroupView>>> Handle(
        Guid? incident, GroupState? state, Paging page, CommandDb db, Call call, JurisdictionPackage package, CancellationToken ct)
    {
        var span = package.Section<GroupTemplates>("workingGroups").SpanOfControl;
        return TypedResults.Ok(await db.WorkingGroups.AsNoTracking().Where(x => x.ExerciseId == call.Exercise)
            .Where(x => (incident == null || x.IncidentId == incident) && (state == null || x.State == state))
            .ToPageAsync(page, x => x.Id, x => GroupView.Of(x, span), ct));
    }
}
