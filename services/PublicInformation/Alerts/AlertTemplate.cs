using Coordination.Contracts.Events;

namespace Coordination.PublicInformation.Alerts;

/// <summary>An alert to begin with. <c>{{name}}</c> in its words is a blank.</summary>
public sealed class AlertTemplate
{
    /// <summary>For example <c>flash-flood</c>.</summary>
    public string Key { get; set; } = "";
    /// <summary>What it warns of.</summary>
    public EventKind Kind { get; set; }
    /// <summary>Code of the event, where there is one.</summary>
    public string? EventCode { get; set; }
    /// <summary>Codes of other events of the kind that it is for as well.</summary>
    public List<string> OtherCodes { get; set; } = [];
    /// <summary>How soon one must act.</summary>
    public AlertUrgency Urgency { get; set; }
    /// <summary>How grave it is.</summary>
    public AlertSeverity Severity { get; set; }
    /// <summary>How sure it is.</summary>
    public AlertCertainty Certainty { get; set; }
    /// <summary>What people are asked to do.</summary>
    public List<AlertResponse> Responses { get; set; } = [];
    /// <summary>How long it holds, minutes.</summary>
    public int Minutes { get; set; } = 60;
    /// <summary>What it says in each language.</summary>
    public List<TemplateText> Texts { get; set; } = [];

    internal bool IsFor(string? code) => code is not null && (EventCode == code || OtherCodes.Contains(code));
}
