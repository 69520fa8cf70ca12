using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Oversight.Complaints;

/// <summary>A complaint; a contact is given only by who wants an answer.</summary>
public sealed record ComplainAboutResponder([property: Text(40)] string Agency, [property: Text(4000)] string Words, [property: Text(200)] string? Contact = null);

/// <summary>Until when it is kept as evidence, and why.</summary>
public sealed record HoldComplaint(DateTimeOffset Until, HoldReason Reason);

/// <summary>Why personal data is kept longer.</summary>
public enum HoldReason
{
    /// <summary>An investigation needs it.</summary>
    Investigation,
    /// <summary>A court needs it.</summary>
    Court,
}

internal static class ComplainAboutResponderCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/responder-complaints", Receive).WithName("complainAboutResponder").WithSummary("Takes a complaint about a responder; no name is asked.").AllowAnonymous();
        Step("answer", "It was answered.", c => c.Answer());
        Step("close", "Closed; its personal data is due to be destroyed.", c => c.Close());
        routes.MapPost("/v1/responder-complaints/{id:guid}/hold", (Guid id, HoldComplaint request, OversightDb db, Clocks clocks, Call call, CancellationToken ct) =>
                MoveAsync(id, db, clocks, call, c => c.Hold(request.Until, call.Now), ct))
            .WithName("holdComplaint").WithSummary("Keeps it as evidence until a date.").RequireRole(Roles.Auditor).RequireIfMatch();
        routes.MapGet("/v1/responder-complaints", List).WithName("listResponderComplaints").WithSummary("Complaints about other agencies, oldest first.").RequireRole(Roles.Auditor);

        void Step(string verb, string summary, Func<ResponderComplaint, Refusal?> decide) =>
            routes.MapPost($"/v1/responder-complaints/{{id:guid}}/{verb}", (Guid id, OversightDb db, Clocks clocks, Call call, CancellationToken ct) => MoveAsync(id, db, clocks, call, decide, ct))
                .WithName($"{verb}ResponderComplaint").WithSummary(summary).RequireRole(Roles.Auditor).RequireIfMatch();
    }

    private static Results<Created<ReceivedComplaint>, ProblemHttpResult> Receive(ComplainAboutResponder request, OversightDb db, ISecretBox box, Clocks clocks, Call call)
    {
        // Under any other spelling the agency complained of would not know itself, and its auditors would read the complaint.
        if (AgencyName.Refuse("/agency", request.Agency) is { } nobody) return nobody.Problem();
        var complaint = ResponderComplaint.Receive(request.Agency, box.Seal(request.Words), request.Contact is null ? [] : box.Seal(request.Contact), call.Exercise, call.Now);
        db.Add(complaint);
        clocks.Start("complaint.responder-reply", complaint.Id, complaint.Id, call.Now);
        return TypedResults.Created($"/v1/responder-complaints/{complaint.Id}", new ReceivedComplaint(complaint.Id, complaint.ReceivedAt));
    }

    private static async Task<Results<Ok<ResponderComplaintView>, ProblemHttpResult>> MoveAsync(
        Guid id, OversightDb db, Clocks clocks, Call call, Func<ResponderComplaint, Refusal?> decide, CancellationToken ct)
    {
        if (await db.ResponderComplaints.FindAsync([id], ct) is not { } complaint || complaint.AboutAgency == call.Caller.Agency) return Problems.NotFound("complaint", id);
        if (call.Stale(complaint.Version) is { } stale) return stale.Problem();
        if (decide(complaint) is { } refusal) return refusal.Problem();
        if (complaint.State == ResponderComplaintState.Answered) await clocks.StopAsync("complaint.responder-reply", id, call.Now, ct);
        if (complaint.Retention == RetentionState.DueForDestruction) clocks.Start("retention.responder-complaint", id, id, call.Now);
        if (complaint.Retention == RetentionState.Held)
        {
            await clocks.CancelAsync("retention.responder-complaint", id, ct);
            clocks.Start("retention.responder-complaint", id, id, call.Now, due: complaint.HeldUntil, occurrence: 1);
        }
        return TypedResults.Ok(ResponderComplaintView.Of(complaint, null));
    }

    private static async Task<Ok<Page<ResponderComplaintView>>> List(Paging page, OversightDb db, ISecretBox box, Call call, CancellationToken ct)
    {
        var mine = call.Caller.Agency;
        return TypedResults.Ok(await db.ResponderComplaints.AsNoTracking().Where(c => c.AboutAgency != mine && c.ExerciseId == call.Exercise)
            .ToPageAsync(page, c => c.Id, c => ResponderComplaintView.Of(c, box), ct));
    }
}

/// <summary>The time for keeping is over: words and contact are destroyed.</summary>
internal sealed class OnComplaintRetentionOver(OversightDb db) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct) => (await db.ResponderComplaints.FindAsync([clock.EntityId], ct))?.Destroy();
}

/// <summary>What the one who complains gets back.</summary>
public sealed record ReceivedComplaint(Guid Id, DateTimeOffset ReceivedAt);

/// <summary>A complaint as an auditor of another agency sees it.</summary>
public sealed record ResponderComplaintView(
    Guid Id, int Version, string AboutAgency, ResponderComplaintState State, RetentionState Retention, DateTimeOffset ReceivedAt, DateTimeOffset? HeldUntil, string? Words, string? Contact) : IVersioned
{
    internal static ResponderComplaintView Of(ResponderComplaint c, ISecretBox? box) => new(
        c.Id, c.Version, c.AboutAgency, c.State, c.Retention, c.ReceivedAt, c.HeldUntil, box is null || c.Words.Length == 0 ? null : box.Open(c.Words),
        box is null || c.Contact.Length == 0 ? null : box.Open(c.Contact));
}
