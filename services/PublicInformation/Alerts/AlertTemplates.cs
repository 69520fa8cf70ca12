using Coordination.Contracts.Events;

namespace Coordination.PublicInformation.Alerts;

/// <summary>The package's section <c>alertTemplates</c>: an alert to begin with for each hazard.</summary>
public sealed class AlertTemplates
{
    /// <summary>Every template.</summary>
    public List<AlertTemplate> List { get; set; } = [];

    /// <summary>By its key.</summary>
    internal AlertTemplate? Named(string key) => List.Find(t => t.Key == key);

    /// <summary>The one for an event: of its code, else the first of its kind that names no code, else the first of its kind.</summary>
    internal AlertTemplate? For(EventKind kind, string? code) =>
        List.Find(t => code is not null && t.EventCode == code) ?? List.Find(t => t.Kind == kind && t.EventCode is null) ?? List.Find(t => t.Kind == kind);
}

/// <summary>An alert to begin with. <c>{{name}}</c> in its words is a blank.</summary>
public sealed class AlertTemplate
{
    /// <summary>For example <c>flash-flood</c>.</summary>
    public string Key { get; set; } = "";
    /// <summary>What it warns of.</summary>
    public EventKind Kind { get; set; }
    /// <summary>Code of the event, where there is one.</summary>
    public string? EventCode { get; set; }
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
}

/// <summary>What a template says in a language.</summary>
public sealed class TemplateText
{
    /// <summary>For example <c>zh-CN</c>.</summary>
    public string Language { get; set; } = "";
    /// <summary>What it is called.</summary>
    public string Event { get; set; } = "";
    /// <summary>One line.</summary>
    public string Headline { get; set; } = "";
    /// <summary>What happens.</summary>
    public string Description { get; set; } = "";
    /// <summary>What to do.</summary>
    public string Instruction { get; set; } = "";

    internal AlertText Text() => new(Language, Headline, Description, Instruction, Event);
}
