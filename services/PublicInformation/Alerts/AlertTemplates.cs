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
