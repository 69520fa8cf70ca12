using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.PublicInformation.Alerts;

/// <summary>What changes of an alert that is in force; what is not said stays.</summary>
public sealed record UpdateAlert(
    AlertUrgency? Urgency = null, AlertSeverity? Severity = null, AlertCertainty? Certainty = null, [property: Items(1, 10)] IReadOnlyList<AlertText>? Texts = null,
    [property: Items(1, 50)] IReadOnlyList<AlertArea>? Areas = null, [property: Items(1, 20)] IReadOnlyList<string>? Channels = null, DateTimeOffset? Expires = null,
    [property: Items(1, 8)] IReadOnlyList<AlertResponse>? Responses = null, DateTimeOffset? Effective = null, DateTimeOffset? Onset = null, [property: Text(64)] string? Source = null);

/// <summary>An update of an alert in one call: a draft that another person approves like any other. It names every message of the chain that has not run out.</summary>
internal static class UpdateAlertCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/alerts/{id:guid}/update", Handle)
        .WithName("updateAlert").IsLifeSafety().WithSummary("Drafts an update of an alert in force: what the body does not name stays.").RequireRole(Roles.PublicInformationOfficer);

    private static async Task<Results<Created<AlertView>, ProblemHttpResult>> Handle(Guid id, UpdateAlert request, PublicInformationDb db, AlertDrafting drafting, Call call, CancellationToken ct)
    {
        if (await db.Alerts.FindAsync([id], ct) is not { } old || old.ExerciseId != call.Exercise) return Problems.NotFound("alert", id);
        if (old.Ended(call.Now) is { } over) return over.Problem();
        return await drafting.EnterAsync(Of(old, request, call.Now), old, ct);
    }

    internal static DraftAlert Of(Alert old, UpdateAlert request, DateTimeOffset now)
    {
        var same = Again(old, AlertMessageType.Update, now);
        // Names of places that are no longer meant would send those who read them there.
        if (request.Areas is not null) same = same with { Texts = [.. same.Texts.Select(t => t with { AreaNames = null })] };
        return same with
        {
            Urgency = request.Urgency ?? old.Urgency, Severity = request.Severity ?? old.Severity, Certainty = request.Certainty ?? old.Certainty, Texts = request.Texts ?? same.Texts,
            Areas = request.Areas ?? same.Areas, Channels = request.Channels ?? same.Channels, Expires = request.Expires ?? same.Expires, Responses = request.Responses ?? same.Responses,
            Effective = request.Effective ?? same.Effective, Onset = request.Onset ?? same.Onset, Source = request.Source ?? same.Source,
        };
    }

    /// <summary>The same words as a message of another type. What took effect long ago takes effect at once.</summary>
    internal static DraftAlert Again(Alert old, AlertMessageType type, DateTimeOffset now) => new(
        type, old.Kind, old.Urgency, old.Severity, old.Certainty, old.Texts, old.Areas, old.Channels, AlertIdentifier.AreaOf(old.Identifier), old.Expires, old.IncidentId, old.Id, old.EventCode,
        old.Responses.Count > 0 ? old.Responses : null, old.Effective > now ? old.Effective : null, old.Onset, old.Source);
}
