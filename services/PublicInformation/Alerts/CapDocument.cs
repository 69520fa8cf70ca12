using System.Text;
using System.Xml;
using Coordination.Contracts;
using Coordination.Contracts.Events;

namespace Coordination.PublicInformation.Alerts;

/// <summary>
/// Writes an issued alert as CAP 1.2 (OASIS), strictly: the schema's order of elements, instants with an offset and without fractions, latitude first.
/// An exercise's alert names the exercise in its note.
/// </summary>
internal sealed class CapDocument
{
    public const string ContentType = "application/cap+xml";
    private const string Namespace = "urn:oasis:names:tc:emergency:cap:1.2";
    private readonly XmlWriter xml;

    private CapDocument(XmlWriter xml) => this.xml = xml;

    public static string Write(Alert alert, AlertSettings settings)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(new Utf8Text(text), new XmlWriterSettings { Indent = true, Encoding = Encoding.UTF8 })) new CapDocument(writer).Alert(alert, settings);
        return text.ToString();
    }

    private void Alert(Alert alert, AlertSettings settings)
    {
        xml.WriteStartElement("alert", Namespace);
        Element("identifier", alert.Identifier);
        Element("sender", alert.Sender);
        Element("sent", Time(alert.Sent));
        Element("status", $"{alert.Status}");
        Element("msgType", $"{alert.MessageType}");
        Element("source", alert.Source);
        Element("scope", "Public");
        if (alert.ExerciseId is { } exercise) Element("note", $"Exercise {exercise}");
        if (alert.Chain.Count > 0) Element("references", string.Join(' ', alert.Chain.Select(r => $"{r.Sender},{r.Identifier},{Time(r.Sent)}")));
        Element("incidents", alert.IncidentId?.ToString());
        foreach (var text in alert.Texts) Info(alert, text, settings);
        xml.WriteEndElement();
    }

    private void Info(Alert alert, AlertText text, AlertSettings settings)
    {
        xml.WriteStartElement("info", Namespace);
        Element("language", text.Language);
        Element("category", Category(alert.Kind));
        Element("event", text.Event ?? $"{alert.Kind}");
        foreach (var response in alert.Responses) Element("responseType", $"{response}");
        Element("urgency", $"{alert.Urgency}");
        Element("severity", $"{alert.Severity}");
        Element("certainty", $"{alert.Certainty}");
        Element("audience", text.Audience);
        if (alert.EventCode is { } code) Coded("eventCode", settings.EventCodeSystem, code);
        Element("effective", Time(alert.Effective));
        Element("onset", Time(alert.Onset));
        Element("expires", Time(alert.Expires));
        Element("senderName", text.SenderName);
        Element("headline", text.Headline);
        Element("description", text.Description);
        Element("instruction", text.Instruction);
        Element("web", text.Web);
        foreach (var resource in text.Resources ?? []) Resource(resource);
        for (var i = 0; i < alert.Areas.Count; i++) Area(alert.Areas[i], text.AreaNames?[i], settings);
        xml.WriteEndElement();
    }

    private void Resource(AlertResource resource)
    {
        xml.WriteStartElement("resource", Namespace);
        Element("resourceDesc", resource.Description);
        Element("mimeType", resource.MimeType);
        if (resource.DerefUri is { } content) Element("size", $"{Convert.FromBase64String(content).Length}");
        Element("uri", resource.Uri);
        Element("derefUri", resource.DerefUri);
        xml.WriteEndElement();
    }

    private void Area(AlertArea area, string? name, AlertSettings settings)
    {
        xml.WriteStartElement("area", Namespace);
        Element("areaDesc", name ?? area.Description);
        if (area.Polygon is { } ring) Element("polygon", string.Join(' ', ring.Select(p => $"{Number(p.Latitude)},{Number(p.Longitude)}")));
        if (area is { Latitude: { } lat, Longitude: { } lon, RadiusKm: { } radius }) Element("circle", $"{Number(lat)},{Number(lon)} {Number(radius)}");
        Coded("geocode", settings.AreaCodeSystem, area.AreaCode);
        foreach (var code in area.Geocodes ?? []) Coded("geocode", code.ValueName, code.Value);
        if (area.Altitude is { } low) Element("altitude", Number(low));
        if (area.Ceiling is { } high) Element("ceiling", Number(high));
        xml.WriteEndElement();
    }

    private void Coded(string name, string system, string code)
    {
        xml.WriteStartElement(name, Namespace);
        Element("valueName", system);
        Element("value", code);
        xml.WriteEndElement();
    }

    private void Element(string name, string? value)
    {
        if (value is not null) xml.WriteElementString(name, Namespace, value);
    }

    /// <summary>CAP writes UTC as <c>-00:00</c>, never <c>Z</c>.</summary>
    private static string? Time(DateTimeOffset? at) => at?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'-00:00'");

    private static string Number(double value) => value.ToString("0.######");

    private static string Category(EventKind kind) => kind switch
    {
        EventKind.Meteorological or EventKind.FloodOrDrought => "Met",
        EventKind.Earthquake or EventKind.Geological or EventKind.Marine => "Geo",
        EventKind.ForestFire => "Fire",
        EventKind.Transport => "Transport",
        EventKind.NuclearOrRadiation => "CBRNE",
        EventKind.EnvironmentalPollution or EventKind.Biological => "Env",
        EventKind.PublicFacility or EventKind.WorkSafety => "Infra",
        _ => EventCodes.CategoryOf(kind) == IncidentCategory.PublicHealth ? "Health" : "Safety",
    };

    private sealed class Utf8Text(StringBuilder text) : StringWriter(text)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
