using System.Collections.Frozen;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Exchange.Events;

/// <summary>
/// The label that this build gives an event of a type. A release that knew fewer labels wrote some events wider, and its services may still write beside this
/// one: no event is given more widely than this says.
/// </summary>
internal sealed record TypeLabel(string Label, string? Alone, bool MayNameIncident, bool MayLeave)
{
    /// <summary>Clocks of what agencies keep to themselves; a release that had one label for all clocks gave theirs to every watch.</summary>
    private static readonly string[] Kept = ["report.", "correlation.", "message.", "document.", "complaint.", "retention.", "stock.", "fill.", "lease.", "request.", "clarification."];

    internal static readonly string Clock = EventTypeAttribute.All.Single(t => t.Type == typeof(ClockChanged)).Said.Name;

    private static readonly string[] Ranks = [.. Labels.All];

    private static readonly FrozenDictionary<string, TypeLabel> Types =
        EventTypeAttribute.All.ToFrozenDictionary(t => t.Said.Name, t => Of(t.Type, t.Said), StringComparer.Ordinal);

    /// <summary>The stricter of the label that the event came with and that of its type; what is not known counts as the strictest, and a type that is not known as it says.</summary>
    internal static string Stricter(string said, LoggedEvent e)
    {
        if (!Types.TryGetValue(e.Type, out var type)) return said;
        var (strict, ours) = (Rank(said), Math.Max(Rank(type.Label), Rank(type.Alone ?? Labels.Clear)));
        return strict >= ours || strict < 0 ? said : Labels.All[Math.Max(strict, Rank(type.Of(e)))];
    }

    private string Of(LoggedEvent e) => Alone is not null && IsAlone(e) ? Alone : Label;

    private bool IsAlone(LoggedEvent e) => e.Type == Clock ? IsOfKept(e) : Naming.NamedIncidentOf(e) is null && (MayLeave ? Naming.HoldsItsSubject(e) : MayNameIncident || Naming.ThingOf(e) == e.Subject);

    /// <summary>A clock of a thing of its own, not of an incident; a correlation, and that there are contacts, is nobody else's in an incident either.</summary>
    private static bool IsOfKept(LoggedEvent e) => Naming.KeyOf(e) is var key && Kept.Any(k => key.StartsWith(k, StringComparison.Ordinal))
        && (Naming.HoldsItsSubject(e) || key == "report.contact-retention" || key.StartsWith("correlation.", StringComparison.Ordinal));

    private static int Rank(string label) => Array.IndexOf(Ranks, label);

    private static TypeLabel Of(Type type, EventTypeAttribute said) => new(said.Label, said.Alone, type.GetProperty("IncidentId") is not null, said.MayLeave);
}
