using System.Text.RegularExpressions;
using Coordination.Contracts;
using Coordination.Contracts.Events;

namespace Coordination.Intake.Messages;

/// <summary>What is sure of a message: what happened and where. What is not sure is left to a person.</summary>
/// <param name="Category">Category.</param>
/// <param name="Kind">Sub-type, or null.</param>
/// <param name="AreaCode">Area.</param>
internal sealed partial record MessageReading(IncidentCategory Category, EventKind? Kind, string AreaCode)
{
    /// <summary>A message that names more places than this is a list, and is left to a person.</summary>
    private const int MostPlaces = 8;

    /// <summary>
    /// A word of the package names the kind, or a code of the warning system does; the area is the one that the gateway serves, else the one that is written.
    /// Null when one of both is missing, or two words name different kinds.
    /// </summary>
    internal static MessageReading? Of(string text, string? area, MessageRule rule)
    {
        var kinds = rule.Words.Where(w => text.Contains(w.Word, StringComparison.OrdinalIgnoreCase)).Select(w => w.Kind)
            .Concat(Runs().Matches(text).Where(r => EventCodes.Kinds.ContainsKey(r.Value)).Select(r => EventCodes.Kinds[r.Value])).Distinct().ToList();
        return kinds.Count == 1 && area is not null ? new(EventCodes.CategoryOf(kinds[0]), kinds[0], area) : null;
    }

    /// <summary>
    /// What may be area codes of the tree: runs of exactly 6, 9 or 12 digits that stand alone. A part of a longer number, of a telephone number with its
    /// prefix or of an address is none. Whether one is an area the tree must say.
    /// </summary>
    internal static IReadOnlyList<string> Areas(string text) =>
        Numbers().Matches(text).Select(m => m.Value).Distinct().Take(MostPlaces + 1).ToList() is { Count: <= MostPlaces } few ? few : [];

    [GeneratedRegex("[0-9A-Za-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex Runs();

    [GeneratedRegex(@"(?<![0-9A-Za-z\p{Nd}+]|[0-9A-Za-z][-./_@–]|[0-9]{3}[ \u00A0])([0-9]{12}|[0-9]{9}|[0-9]{6})(?![0-9A-Za-z\p{Nd}@]|[-./_@–][0-9A-Za-z]|[ \u00A0][0-9]{3})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Numbers();
}
