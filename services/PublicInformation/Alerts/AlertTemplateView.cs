using Coordination.Contracts.Events;

namespace Coordination.PublicInformation.Alerts;

/// <summary>A template. <c>blanks</c> are those of all its texts.</summary>
public sealed record AlertTemplateView(
    string Key, EventKind Kind, string? EventCode, AlertUrgency Urgency, AlertSeverity Severity, AlertCertainty Certainty, IReadOnlyList<AlertResponse> Responses, int Minutes,
    IReadOnlyList<AlertText> Texts, IReadOnlyList<string> Blanks)
{
    internal static AlertTemplateView Of(AlertTemplate t)
    {
        List<AlertText> texts = [.. t.Texts.Select(x => x.Text())];
        return new(t.Key, t.Kind, t.EventCode, t.Urgency, t.Severity, t.Certainty, t.Responses, t.Minutes, texts, AlertBlanks.Left(texts, []));
    }
}
