using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.PublicInformation.Alerts;

/// <summary>An alert as written. Its status is not a member: it follows from the call.</summary>
public sealed record DraftAlert(
    AlertMessageType MessageType, EventKind Kind, AlertUrgency Urgency, AlertSeverity Severity, AlertCertainty Certainty, [property: Items(1, 10)] IReadOnlyList<AlertText> Texts,
    [property: Items(1, 50)] IReadOnlyList<AlertArea> Areas, [property: Items(1, 20)] IReadOnlyList<string> Channels, [property: Text(6, 6)] string SenderArea,
    DateTimeOffset Expires, Guid? IncidentId = null, Guid? References = null);

internal static class DraftAlertCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/alerts", Handle)
        .WithName("draftAlert").WithSummary("Drafts an alert, an update or a cancellation.").RequireRole(Roles.PublicInformationOfficer);

    private static async Task<Results<Created<AlertView>, ProblemHttpResult>> Handle(
        DraftAlert request, PublicInformationDb db, JurisdictionPackage package, Call call, CancellationToken ct)
    {
        if (!request.SenderArea.All(char.IsAsciiDigit)) return Refusal.Invalid("/senderArea", "area-code", "Six digits (GB/T 2260).").Problem();
        var old = request.References is { } id ? await db.Alerts.FindAsync([id], ct) : null;
        var channels = package.Section<AlertChannels>("channels").List.Select(c => c.Key).ToList();
        var (alert, refusal) = Alert.Write(request, old, call.Caller.Subject, call.Caller.Agency, call.Exercise, call.Now, channels);
        if (alert is null) return refusal!.Problem();
        db.Add(alert);
        return TypedResults.Created($"/v1/alerts/{alert.Id}", AlertView.Of(alert));
    }
}

/// <summary>An alert.</summary>
public sealed record AlertView(
    Guid Id, int Version, AlertState State, string Status, Guid? IncidentId, string Identifier, string Sender, AlertMessageType MessageType, Guid? References, EventKind Kind,
    AlertUrgency Urgency, AlertSeverity Severity, AlertCertainty Certainty, IReadOnlyList<AlertText> Texts, IReadOnlyList<AlertArea> Areas,
    IReadOnlyList<string> Channels, DateTimeOffset Expires, DateTimeOffset? ApprovedAt, DateTimeOffset? Sent) : IVersioned
{
    internal static AlertView Of(Alert a) => new(
        a.Id, a.Version, a.State, a.ExerciseId is null ? "Actual" : "Exercise", a.IncidentId, a.Identifier, a.Sender, a.MessageType, a.References, a.Kind, a.Urgency,
        a.Severity, a.Certainty, a.Texts, a.Areas, a.Channels, a.Expires, a.ApprovedAt, a.Sent);
}
