using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.PublicInformation.Alerts;

/// <summary>The package's section <c>alertTemplates</c>: an alert to begin with for each hazard.</summary>
public sealed class AlertTemplates
{
    /// <summary>Every template.</summary>
    public List<AlertTemplate> List { get; set; } = [];

    /// <summary>Those of the package; none where it was written before there were any.</summary>
    internal static AlertTemplates Of(JurisdictionPackage package) => package.OptionalSection<AlertTemplates>("alertTemplates") ?? new();

    /// <summary>By its key.</summary>
    internal AlertTemplate? Named(string key) => List.Find(t => t.Key == key);

    /// <summary>
    /// The one for an event: of its code, else the first of its kind that names no code. Only where nobody knows the event's code, else the first of its kind: that of another code tells people to
    /// do what is right for another hazard.
    /// </summary>
    internal AlertTemplate? For(EventKind kind, string? code) =>
        List.Find(t => t.IsFor(code)) ?? List.Find(t => t.Kind == kind && t.EventCode is null) ?? (code is null ? List.Find(t => t.Kind == kind) : null);

    /// <summary>Why there is none.</summary>
    internal Refusal Missing() => Refusal.Invalid("/template", "alert-template", List.Count == 0 ? "The package has no templates." : $"Must be among {string.Join(", ", List.Select(t => t.Key))}.");
}
