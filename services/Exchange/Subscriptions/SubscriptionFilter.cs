using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Exchange.Events;
using Coordination.Platform;

namespace Coordination.Exchange.Subscriptions;

/// <summary>Which events of what the agency may see. A list that is empty or absent asks for nothing; all that are given must hold.</summary>
/// <param name="Types">Event types, exact or a beginning such as <c>command.*</c>.</param>
/// <param name="Incidents">Incidents, or other entities that events are about.</param>
/// <param name="Areas">Areas by their codes, with all below them. Events that name no area are left out.</param>
/// <param name="Severities">Grades, levels and severities by their names, such as <c>Major</c> or <c>Red</c>. Events that name none are left out.</param>
public sealed record SubscriptionFilter(
    [property: Items(0, 100)] IReadOnlyList<string>? Types = null, [property: Items(0, 100)] IReadOnlyList<Guid>? Incidents = null,
    [property: Items(0, 100)] IReadOnlyList<string>? Areas = null, [property: Items(0, 20)] IReadOnlyList<string>? Severities = null)
{
    private static readonly HashSet<string> Known =
    [
        .. Enum.GetNames<IncidentGrade>(), .. Enum.GetNames<WarningLevel>(), .. Enum.GetNames<ResponseGrade>(), .. Enum.GetNames<AlertSeverity>(),
    ];

    internal static SubscriptionFilter Everything { get; } = new();

    /// <summary>From a query: lists are separated by commas.</summary>
    internal static SubscriptionFilter Of(string? types, Guid? incident, string? areas, string? severities) =>
        new(Split(types), incident is { } one ? [one] : null, Split(areas), Split(severities));

    /// <summary>What is wrong with it; null when nothing is.</summary>
    internal Refusal? Judge(Func<string, string> pointer)
    {
        if ((Types ?? []).Any(t => !IsType(t))) return Refusal.Invalid(pointer("types"), "event-type", "Must be event types of this region, or their beginnings such as command.*.");
        if ((Areas ?? []).Any(a => a.Length is 0 or > 40)) return Refusal.Invalid(pointer("areas"), "jurisdiction-code", "Must be codes of areas.");
        return JudgeSeverities(pointer("severities"));
    }

    internal Refusal? JudgeSeverities(string pointer) =>
        (Severities ?? []).Any(s => !Known.Contains(s)) ? Refusal.Invalid(pointer, "severity", $"Must be of: {string.Join(", ", Known)}.") : null;

    /// <summary>As the log takes it, within what may be seen.</summary>
    internal EventFilter Within(EventFilter sight) => sight with
    {
        Types = Types ?? [],
        Subjects = Incidents ?? [],
        Judge = e => sight.Judge!(e) && (Areas is not { Count: > 0 } && Severities is not { Count: > 0 } || EventFacts.Of(e.Data).Match(Areas ?? [], Severities ?? [])),
    };

    private static bool IsType(string type) => type == "*" || (type.EndsWith(".*", StringComparison.Ordinal)
        ? EventFlow.Types.Any(t => t.StartsWith(type[..^1], StringComparison.Ordinal)) : EventFlow.Types.Contains(type));

    private static string[]? Split(string? list) => list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
