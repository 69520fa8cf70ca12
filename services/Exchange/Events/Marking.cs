using System.Text.Json;
using Coordination.Platform;

namespace Coordination.Exchange.Events;

/// <summary>The sharing label (TLP 2.0) of an event and the agency that wrote it, as its attributes say.</summary>
internal readonly record struct Marking(string Label, string Agency)
{
    internal static Marking Of(LoggedEvent e)
    {
        var (label, agency) = ("", "");
        var json = new Utf8JsonReader(e.Header.Span);
        while (json.Read())
        {
            if (json.CurrentDepth != 1 || json.TokenType != JsonTokenType.PropertyName) continue;
            var (isLabel, isSource) = (json.ValueTextEquals("tlp"), json.ValueTextEquals("source"));
            json.Read();
            if (isLabel) label = json.GetString() ?? "";
            else if (isSource) agency = json.GetString()!.Split('/') is [_, var owner, _] ? owner : "";
        }
        return new(label, agency);
    }

    /// <summary>True when it needs no part in the incident: it is for every agency, or the agency's own instance wrote it; the region's write for all.</summary>
    internal bool IsForAll(string agency) => Label is "CLEAR" or "GREEN" || (Agency == agency && agency != "region");

    /// <summary>Labels that are not known count as the strictest.</summary>
    internal bool MayReach(string agency) => Label switch
    {
        "CLEAR" or "GREEN" or "AMBER" => true,
        "AMBER+STRICT" => Agency == agency,
        _ => false,
    };
}
