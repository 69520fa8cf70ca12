using Coordination.Contracts;
using Coordination.Contracts.Events;

namespace Coordination.Intake.Messages;

/// <summary>What is sure of a message: what happened and where. What is not sure is left to a person.</summary>
/// <param name="Category">Category.</param>
/// <param name="Kind">Sub-type, or null.</param>
/// <param name="AreaCode">Area.</param>
internal sealed record MessageReading(IncidentCategory Category, EventKind? Kind, string AreaCode)
{
    /// <summary>
    /// A word of the package names the kind, or a code of the warning system does; the first run of 6 to 12 digits is the area, unless the gateway serves one.
    /// Null when one of both is missing, or two words name different kinds.
    /// </summary>
    internal static MessageReading? Of(string text, string? servedArea, MessageRule rule)
    {
        var runs = Runs(text);
        var kinds = rule.Words.Where(w => text.Contains(w.Word, StringComparison.OrdinalIgnoreCase)).Select(w => w.Kind)
            .Concat(runs.Where(EventCodes.Kinds.ContainsKey).Select(r => EventCodes.Kinds[r])).Distinct().ToList();
        var area = servedArea ?? runs.FirstOrDefault(r => r.Length is >= 6 and <= 12 && r.All(char.IsAsciiDigit));
        return kinds.Count == 1 && area is not null ? new(EventCodes.CategoryOf(kinds[0]), kinds[0], area) : null;
    }

    private static List<string> Runs(string text)
    {
        var runs = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            var begin = i;
            while (i < text.Length && char.IsAsciiLetterOrDigit(text[i])) i++;
            if (i > begin) runs.Add(text[begin..i]);
        }
        return runs;
    }
}
