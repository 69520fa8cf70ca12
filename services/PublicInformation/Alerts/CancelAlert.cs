using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.PublicInformation.Alerts;

/// <summary>What a cancellation says; where it says nothing, what the package says in the alert's own languages.</summary>
public sealed record CancelAlert([property: Items(1, 10)] IReadOnlyList<AlertText>? Texts = null);

/// <summary>The cancellation of an alert in one call: a draft that another person approves like any other. It goes where the alert went, and stays in the feeds until the alert would have run out.</summary>
internal static class CancelAlertCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/alerts/{id:guid}/cancel", Handle)
        .WithName("cancelAlert").IsLifeSafety().WithSummary("Drafts the cancellation of an alert in force.").RequireRole(Roles.PublicInformationOfficer);

    private static async Task<Results<Created<AlertView>, ProblemHttpResult>> Handle(Guid id, CancelAlert request, PublicInformationDb db, AlertDrafting drafting, Call call, CancellationToken ct)
    {
        if (await db.Alerts.FindAsync([id], ct) is not { } old || old.ExerciseId != call.Exercise) return Problems.NotFound("alert", id);
        if (old.Ended(call.Now) is { } over) return over.Problem();
        var (texts, mute) = request.Texts is { } said ? (said, null) : Words(old, drafting.Settings.CancelWords);
        if (texts is null) return mute!.Problem();
        return await drafting.EnterAsync(Of(old, texts, call.Now), old, ct);
    }

    internal static DraftAlert Of(Alert old, IReadOnlyList<AlertText> texts, DateTimeOffset now) =>
        UpdateAlertCase.Again(old, AlertMessageType.Cancel, now) with { Urgency = AlertUrgency.Past, Texts = texts, Responses = [AlertResponse.AllClear], Effective = null, Onset = null };

    internal static (IReadOnlyList<AlertText>?, Refusal?) Words(Alert old, IReadOnlyList<CancelWords> known)
    {
        var missing = old.Texts.FindIndex(t => !known.Any(w => w.Speaks(t.Language)));
        return missing < 0
            ? ([.. old.Texts.Select(t => known.First(w => w.Speaks(t.Language)).Of(t))], null)
            : (null, Refusal.Invalid("/texts", "cancel-words", $"The package has no words for a cancellation in {old.Texts[missing].Language}: write the texts of this one."));
    }
}
