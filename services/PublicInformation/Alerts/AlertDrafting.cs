using Coordination.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Alerts;

/// <summary>Enters an alert that somebody wrote, whichever way he did: checks it, gives it its name, and puts it among the drafts.</summary>
internal sealed class AlertDrafting(PublicInformationDb db, JurisdictionPackage package, Call call)
{
    internal AlertSettings Settings => package.Section<AlertSettings>("alerts");

    /// <param name="request">The alert.</param>
    /// <param name="old">What it refers to.</param>
    /// <param name="ct">Calls it off.</param>
    internal async Task<Results<Created<AlertView>, ProblemHttpResult>> EnterAsync(DraftAlert request, Alert? old, CancellationToken ct)
    {
        // A channel that the region has no longer cannot be told again.
        if (ReferenceEquals(request.Channels, old?.Channels)) request = request with { Channels = [.. request.Channels.Intersect(Channels)] };
        if (Fault(request, old) is { } fault) return fault.Problem();
        var id = Guid.CreateVersion7();
        var stem = AlertIdentifier.Stem(id, request.SenderArea, call.Caller.Agency, Settings, call.Now);
        var taken = await db.Alerts.CountAsync(a => a.ExerciseId == call.Exercise && a.Identifier.StartsWith(stem), ct);
        var (identifier, full) = AlertIdentifier.Next(stem, taken, Settings);
        if (identifier is null) return full!.Problem();
        var sender = new AlertSender(call.Caller.Subject, $"{call.Caller.Agency}@{call.Caller.Region}", identifier);
        var (alert, refusal) = Alert.Write(id, request, old, sender, call.Exercise);
        if (alert is null) return refusal!.Problem();
        db.Add(alert);
        return TypedResults.Created($"/v1/alerts/{id}", AlertView.Of(alert));
    }

    private List<string> Channels => [.. package.Section<AlertChannels>("channels").List.Select(c => c.Key)];

    internal Refusal? Fault(DraftAlert request, Alert? old = null) => AlertRules.Fault(request, Channels, Settings, call.Now, old);
}
