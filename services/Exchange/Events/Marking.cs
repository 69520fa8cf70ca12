using System.Text.Json;
using Coordination.Contracts;
using Coordination.Platform;

namespace Coordination.Exchange.Events;

/// <summary>The sharing label (TLP 2.0) of an event, the agency that wrote it and the agencies that it is for besides, as its attributes say; the label no wider than its type has it today.</summary>
internal readonly record struct Marking(string Label, string Agency, string[] Audience)
{
    internal static Marking Of(LoggedEvent e)
    {
        var (label, agency, audience) = ("", "", (string[])[]);
        var json = new Utf8JsonReader(e.Header.Span);
        while (json.Read())
        {
            if (json.CurrentDepth != 1 || json.TokenType != JsonTokenType.PropertyName || json.ValueIsEscaped) continue;
            var (isLabel, isSource, isAudience) = (json.ValueTextEquals("tlp"), json.ValueTextEquals("source"), json.ValueTextEquals("audience"));
            json.Read();
            if (isLabel) label = Naming.TextOf(ref json);
            else if (isSource) agency = Naming.TextOf(ref json).Split('/') is [_, var owner, _] ? owner : "";
            else if (isAudience) audience = Naming.TextOf(ref json).Split(',', StringSplitOptions.RemoveEmptyEntries);
        }
        return new(TypeLabel.Stricter(label, e), agency, audience);
    }

    /// <summary>True when it needs no part in the incident: it is for every agency, for this one besides, or the agency's own instance wrote it; the region's write for all.</summary>
    internal bool IsForAll(string agency) => Label is Labels.Clear or Labels.Green || (Agency == agency && agency is not ("" or "region")) || Audience.Contains(agency) || Audience.Contains("*");

    /// <summary>Whose it is where its label keeps it to those it is for: who wrote it, or first of those it is for; empty where neither says so.</summary>
    internal string Owner => Agency is not ("" or "region") ? Agency : Audience is [var first, ..] ? first : "";
}
