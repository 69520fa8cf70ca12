using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Complaints;

/// <summary>A complaint as it came in.</summary>
/// <param name="Kind">How much work it is.</param>
/// <param name="Text">In words; sealed. It need name nobody.</param>
public sealed record ReceiveComplaint(ComplaintKind Kind, [property: Text(4000)] string Text);

internal static class ReceiveComplaintSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/complaints", Handle)
        .WithName("receiveComplaint").WithSummary("Takes a complaint in; the time for the reply starts: the same day, 5 days, or 10 working days.").RequireRole(Roles.Mediator);

    private static Created<ComplaintView> Handle(ReceiveComplaint body, MediationDb db, ISecretBox box, Clocks clocks, Call call)
    {
        var complaint = Complaint.Receive(body.Kind, box.Seal(body.Text), call.Caller.Agency, call.Exercise, call.Now);
        db.Add(complaint);
        var clock = clocks.Start("complaint.reply", complaint.Id, complaint.Id, call.Now, new ClockScope(Category: $"{body.Kind}"));
        return TypedResults.Created($"/v1/complaints/{complaint.Id}", ComplaintView.Of(complaint, clock));
    }
}
