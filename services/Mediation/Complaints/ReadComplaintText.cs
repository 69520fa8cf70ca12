using Coordination.Contracts;
using Coordination.Mediation.Files;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Complaints;

/// <summary>The words of a complaint and its reply.</summary>
/// <param name="Id">The complaint.</param>
/// <param name="Text">As it came in; null once destroyed.</param>
/// <param name="Reply">The reply; null before it is given and once destroyed.</param>
public sealed record ComplaintText(Guid Id, string? Text, string? Reply);

internal static class ReadComplaintText
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/complaints/{id:guid}/text", Handle)
        .WithName("readComplaintText").WithSummary("The words of a complaint, while you have its file open.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<ComplaintText>, ProblemHttpResult>> Handle(Guid id, MediationDb db, ISecretBox box, Call call, CancellationToken ct)
    {
        if (await db.ComplaintAsync(id, call, ct) is not { } complaint) return Problems.NotFound("complaint", id);
        if (!await db.IsOpenAsync(id, call, ct)) return FileOpening.Closed.Problem();
        return TypedResults.Ok(new ComplaintText(id, box.Words(complaint.Text), box.Words(complaint.Reply)));
    }
}
