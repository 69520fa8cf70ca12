using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Groups;

/// <summary>One working group.</summary>
internal static class ReadGroup
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/groups/{id:guid}", Handle)
        .WithName("readGroup").WithSummary("One working group.").RequireRole(Readers.All);

    private static async Task<Results<Ok<GroupView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, JurisdictionPackage package, CancellationToken ct) =>
        await db.WorkingGroups.FindAsync([id], ct) is { } group
            ? TypedResults.Ok(GroupView.Of(group, package.Section<GroupTemplates>("workingGroups").SpanOfControl))
            : Problems.NotFound("working group", id);
}
