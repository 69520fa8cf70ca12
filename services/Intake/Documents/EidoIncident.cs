using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Intake.Messages;

namespace Coordination.Intake.Documents;

/// <summary>
/// Reads the incident of an EIDO: its type, its states and the point of its own location. Callers, persons, vehicles, notes, numbers and the places of
/// calls stay unread.
/// </summary>
internal static class EidoIncident
{
    private static readonly JsonSerializerOptions Tolerant = new() { Converters = { new AsItComes() } };

    internal static DocumentReading Read(JsonElement root, MessageRule words)
    {
        if (root.ValueKind != JsonValueKind.Object) return DocumentReading.Unreadable(DocumentReason.NotOneAlert);
        var (sender, identifier, sent) = (Text(root, "issuingElementIdentification") ?? Reference(root, "updatedByAgencyReference"), Text(root, "$id"), DocumentReading.Moment(Text(root, "lastUpdateTimeStamp")));
        var incident = Items(root, "incidentComponent").FirstOrDefault();
        var (common, named) = (Text(incident, "incidentTypeCommonRegistryText") ?? "", Text(incident, "incidentTypeInternalText") ?? "");
        var kind = Hazardous.KindOf($"{common} . {named}", [], words);
        var calls = Items(root, "callComponent").ToList();
        var states = Items(incident, "incidentStatusCommonRegistryText").Select(s => Said(s) ?? "").Take(10);
        var reading = new DocumentReading(sender, identifier, sent)
        {
            // One object is sent again and again as its incident goes on.
            Act = DocumentAct.Update,
            RefersTo = sender is null || identifier is null ? [] : [DocumentReading.Key(sender, identifier)],
            Status = calls.Count > 0 && calls.TrueForAll(c => Text(c, "standardPrimaryCallType") == "test") ? DocumentStatus.Other : DocumentStatus.Actual,
            Kind = kind, Category = kind is { } k ? EventCodes.CategoryOf(k) : null, Point = PointOf(root, incident),
            Text = DocumentReading.Clean(string.Join('\n', states.Prepend(common).Select(t => t.Length > 100 ? t[..100] : t).Where(t => t.Length > 0))),
        };
        return kind is null && Hazardous.SeeksPerson($"{common} . {named}", []) ? reading with { Fault = DocumentReason.PersonSought, Text = "", Point = null }
            : incident.ValueKind != JsonValueKind.Object ? reading with { Fault = DocumentReason.NotOneAlert }
            : reading.Status == DocumentStatus.Actual && Hazardous.IsTest($"{common} . {named}", []) ? reading with { Fault = DocumentReason.NotActual }
            : sender is null || identifier is null || sent is null ? reading with { Fault = DocumentReason.Incomplete } : reading;
    }

    /// <summary>Only a location that the incident itself refers to: others are where somebody called from.</summary>
    private static (double Latitude, double Longitude)? PointOf(JsonElement root, JsonElement incident)
    {
        var wanted = Items(incident, "locationReference").Select(r => Text(r, "$ref")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return Items(root, "locationComponent").Where(l => Text(l, "$id") is { } id && wanted.Contains(id)).Select(l => Text(l, "locationByValue")).OfType<string>()
            .Select(Parsed).FirstOrDefault(p => p is not null);
    }

    private static (double Latitude, double Longitude)? Parsed(string pidf)
    {
        try
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(pidf));
            return MarkedUp.Read(stream).All("pos").FirstOrDefault()?.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var north, var east, ..]
                && double.TryParse(north, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) && Math.Abs(latitude) <= 90
                && double.TryParse(east, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude) && Math.Abs(longitude) <= 180 ? (latitude, longitude) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) ? Said(value) : null;

    /// <summary>A text, whatever it holds: half a surrogate pair is no reason to read nothing.</summary>
    private static string? Said(JsonElement value) => value.ValueKind == JsonValueKind.String && value.Deserialize<string>(Tolerant) is { Length: > 0 } text ? text : null;

    private static string? Reference(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? Text(value, "$ref") : null;

    /// <summary>The items of a list; what is no list is one.</summary>
    private static IEnumerable<JsonElement> Items(JsonElement of, string name) =>
        of.ValueKind != JsonValueKind.Object || !of.TryGetProperty(name, out var value) ? [] : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
}
