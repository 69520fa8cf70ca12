using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Mediation.Complaints;

/// <summary>How much work a complaint is; it sets the time for the reply (S4-4).</summary>
public enum ComplaintKind
{
    /// <summary>Put right the same day.</summary>
    Simple,
    /// <summary>Five days.</summary>
    Complex,
    /// <summary>Several departments: ten working days.</summary>
    SeveralDepartments,
}

/// <summary>States of a complaint.</summary>
public enum ComplaintState
{
    /// <summary>Came in.</summary>
    Received,
    /// <summary>Answered.</summary>
    Replied,
    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>A complaint that a body owes a reply to. It is a duty of the body, never a mark on the one who complains.</summary>
internal sealed class Complaint
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<ComplaintState> Life = new((ComplaintState.Received, [ComplaintState.Replied]), (ComplaintState.Replied, [ComplaintState.Closed]));

    private Complaint() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public string Agency { get; private set; } = "";
    public ComplaintKind Kind { get; private set; }
    public ComplaintState State { get; private set; }
    public byte[] Text { get; private set; } = [];
    public DateTimeOffset ReceivedAt { get; private set; }

    public static Complaint Receive(ComplaintKind kind, byte[] text, string agency, Guid? exercise, DateTimeOffset at) =>
        new() { Id = Guid.CreateVersion7(), ExerciseId = exercise, Agency = agency, Kind = kind, State = ComplaintState.Received, Text = text, ReceivedAt = at };

    public Refusal? Move(ComplaintState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}

/// <summary>A complaint as it came in; sealed.</summary>
public sealed record ReceiveComplaint(ComplaintKind Kind, [property: Text(4000)] string Text);

internal static class AnswerComplaint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/complaints", Receive).WithName("receiveComplaint").WithSummary("Takes a complaint in; the time for the reply starts.").RequireRole(Roles.Mediator);
        routes.MapPost("/v1/complaints/{id:guid}/reply", (Guid id, MediationDb db, Clocks clocks, Call call, CancellationToken ct) => MoveAsync(id, ComplaintState.Replied, db, clocks, call, ct))
            .WithName("replyToComplaint").WithSummary("The reply was given.").RequireRole(Roles.Mediator).RequireIfMatch();
        routes.MapPost("/v1/complaints/{id:guid}/close", (Guid id, MediationDb db, Clocks clocks, Call call, CancellationToken ct) => MoveAsync(id, ComplaintState.Closed, db, clocks, call, ct))
            .WithName("closeComplaint").WithSummary("Closed.").RequireRole(Roles.Mediator).RequireIfMatch();
    }

    private static Created<ComplaintView> Receive(ReceiveComplaint request, MediationDb db, ISecretBox box, Clocks clocks, Call call)
    {
        var complaint = Complaint.Receive(request.Kind, box.Seal(request.Text), call.Caller.Agency, call.Exercise, call.Now);
        db.Add(complaint);
        clocks.Start("complaint.reply", complaint.Id, complaint.Id, call.Now, new ClockScope(Category: $"{request.Kind}"));
        return TypedResults.Created($"/v1/complaints/{complaint.Id}", ComplaintView.Of(complaint));
    }

    private static async Task<Results<Ok<ComplaintView>, ProblemHttpResult>> MoveAsync(Guid id, ComplaintState to, MediationDb db, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.Complaints.FindAsync([id], ct) is not { } complaint || complaint.Agency != call.Caller.Agency) return Problems.NotFound("complaint", id);
        if (call.Stale(complaint.Version) is { } stale) return stale.Problem();
        if (complaint.Move(to) is { } refusal) return refusal.Problem();
        if (to == ComplaintState.Replied) await clocks.StopAsync("complaint.reply", id, call.Now, ct);
        return TypedResults.Ok(ComplaintView.Of(complaint));
    }
}

/// <summary>A complaint without its words.</summary>
public sealed record ComplaintView(Guid Id, int Version, ComplaintKind Kind, ComplaintState State, DateTimeOffset ReceivedAt) : IVersioned
{
    internal static ComplaintView Of(Complaint c) => new(c.Id, c.Version, c.Kind, c.State, c.ReceivedAt);
}
