using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Reviews;

/// <summary>The response ended: its review opens by itself, with 30 days for the draft and 60 for its adoption.</summary>
internal sealed class OnResponseEnded(CommandDb db, Clocks clocks) : IHandle<ResponseEnded>
{
    public async Task HandleAsync(ResponseEnded e, EventContext context, CancellationToken ct)
    {
        // After a relapse the response ends again; the review that is still open takes it in.
        if (await db.Reviews.AnyAsync(r => r.IncidentId == context.Subject && r.State != ReviewState.Closed, ct)) return;
        var review = AfterActionReview.Open(Guid.CreateVersion7(), context.Exercise, context.Subject, context.Time);
        db.Add(review);
        var scope = new ClockScope(e.Jurisdiction, $"{e.Category}");
        clocks.Start("review.draft", review.Id, review.IncidentId, context.Time, scope);
        clocks.Start("review.adopt", review.Id, review.IncidentId, context.Time, scope);
        db.Append(review.IncidentId, review.Changed(context.Time));
    }
}
