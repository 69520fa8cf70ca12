using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.PublicInformation.Alerts;

/// <summary>
/// An alert as written. Its status is not a member: it follows from the call. Without <c>expires</c> it holds as long as the package says,
/// from the moment it is issued. <c>source</c> names the signal that is relayed and is owed for weather.
/// </summary>
public sealed record DraftAlert(
    AlertMessageType MessageType, EventKind Kind, AlertUrgency Urgency, AlertSeverity Severity, AlertCertainty Certainty, [property: Items(1, 10)] IReadOnlyList<AlertText> Texts,
    [property: Items(1, 50)] IReadOnlyList<AlertArea> Areas, [property: Items(1, 20)] IReadOnlyList<string> Channels, [property: Text(6, 6)] string SenderArea,
    DateTimeOffset? Expires = null, Guid? IncidentId = null, Guid? References = null, [property: Text(5, 5)] string? EventCode = null,
    [property: Items(1, 8)] IReadOnlyList<AlertResponse>? Responses = null, DateTimeOffset? Effective = null, DateTimeOffset? Onset = null, [property: Text(64)] string? Source = null);

internal static class DraftAlertCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/alerts", Handle)
        .WithName("draftAlert").IsLifeSafety().WithSummary("Drafts an alert, an update or a cancellation.").RequireRole(Roles.PublicInformationOfficer);

    private static async Task<Results<Created<AlertView>, ProblemHttpResult>> Handle(DraftAlert request, PublicInformationDb db, AlertDrafting drafting, Call call, CancellationToken ct)
    {
        var old = request.References is { } id ? await db.Alerts.FindAsync([id], ct) : null;
        if (old is not null && old.ExerciseId != call.Exercise) old = null;
        return await drafting.EnterAsync(request, old, ct);
    }
}

/// <summary>An alert. <c>endedBy</c> is the message that replaced or cancelled it; <c>blanks</c> are those of a draft that nobody filled yet.</summary>
public sealed record AlertView(
    Guid Id, int Version, AlertState State, string Status, Guid? IncidentId, string Identifier, string Sender, string? Source, AlertMessageType MessageType, Guid? References,
    EventKind Kind, string? EventCode, IReadOnlyList<AlertResponse> Responses, AlertUrgency Urgency, AlertSeverity Severity, AlertCertainty Certainty,
    IReadOnlyList<AlertText> Texts, IReadOnlyList<AlertArea> Areas, IReadOnlyList<string> Channels, DateTimeOffset? Effective, DateTimeOffset? Onset, DateTimeOffset? Expires,
    DateTimeOffset? ApprovedAt, DateTimeOffset? Sent, DateTimeOffset? EndedAt, Guid? EndedBy, IReadOnlyList<string> Blanks) : IVersioned
{
    internal static AlertView Of(Alert a) => new(
        a.Id, a.Version, a.State, $"{a.Status}", a.IncidentId, a.Identifier, a.Sender, a.Source, a.MessageType, a.References, a.Kind,
        a.EventCode, a.Responses, a.Urgency, a.Severity, a.Certainty, a.Texts, a.Areas, a.Channels, a.Effective, a.Onset, a.Expires, a.ApprovedAt, a.Sent, a.EndedAt, a.EndedBy, a.Blanks);
}
