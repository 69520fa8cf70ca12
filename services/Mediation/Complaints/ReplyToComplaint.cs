using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Complaints;

/// <summary>The reply.</summary>
/// <param name="Reply">In words; sealed.</param>
public sealed record ReplyToComplaint([property: Text(4000)] string Reply);

internal static class ReplyToComplaintSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/complaints/{id:guid}/reply", Handle)
        .WithName("replyToComplaint").WithSummary("Answers it: every matter gets a reply.").RequireRole(Roles.Mediator).RequireIfMatch();

    private static async Task<Results<Ok<ComplaintView>, ProblemHttpResult>> Handle(
        Guid id, ReplyToComplaint body, MediationDb db, ISecretBox box, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.ComplaintAsync(id, call, ct) is not { } complaint) return Problems.NotFound("complaint", id);
        if (call.Stale(complaint.Version) is { } stale) return stale.Problem();
        if (complaint.Answer(box.Seal(body.Reply), call.Now) is { } refusal) return refusal.Problem();
        await clocks.StopAsync("complaint.reply", id, call.Now, ct);
        return TypedResults.Ok(ComplaintView.Of(complaint, await clocks.FindAsync("complaint.reply", id, ct)));
    }
}
