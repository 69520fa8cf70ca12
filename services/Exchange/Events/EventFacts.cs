using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Exchange.Events;

/// <summary>What an event itself says of areas and severity, by the names that the events of the region use for them.</summary>
internal sealed record EventFacts(IReadOnlyList<string> Areas, IReadOnlyList<string> Severities)
{
    private static readonly HashSet<string> OfArea = ["jurisdiction", "areaCode", "areas"];
    private static readonly HashSet<string> OfSeverity = ["grade", "level", "severity", "suspectedGrade", "from", "to"];

    internal static EventFacts Of(ReadOnlyMemory<byte> data)
    {
        var (areas, severities) = (new List<string>(), new List<string>());
        var json = new Utf8JsonReader(data.Span);
        var name = "";
        while (json.Read())
            if (json.TokenType == JsonTokenType.PropertyName) name = json.ValueIsEscaped ? "" : json.GetString()!;
            else if (json.TokenType == JsonTokenType.String && OfArea.Contains(name)) areas.Add(Naming.TextOf(ref json));
            else if (json.TokenType == JsonTokenType.String && OfSeverity.Contains(name)) severities.Add(Naming.TextOf(ref json));
        return new(areas, severities);
    }

    /// <summary>True when it names one of the areas, or one below them, and one of the severities; a list that is empty asks for nothing.</summary>
    internal bool Match(IReadOnlyList<string> areas, IReadOnlyList<string> severities) =>
        (areas.Count == 0 || Areas.Any(a => areas.Any(within => AreaCodes.IsWithin(a, within)))) && (severities.Count == 0 || Severities.Any(severities.Contains));
}
