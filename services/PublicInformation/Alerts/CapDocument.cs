using System.Text;
using System.Xml;
using Coordination.Contracts;
using Coordination.Contracts.Events;

namespace Coordination.PublicInformation.Alerts;

/// <summary>Writes an alert as CAP 1.2 (OASIS), strictly: element order, dateTime with an explicit offset and without fractions.</summary>
internal static class CapDocument
{
    public const string ContentType = "application/cap+xml";
    private const string Namespace = "urn:oasis:names:tc:emergency:cap:1.2";

    public static string Write(Alert alert, Alert? referred)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(new Utf8Text(text), new XmlWriterSettings { Indent = true, Encoding = Encoding.UTF8 }))
        {
            xml.WriteStartElement("alert", Namespace);
            xml.WriteElementString("identifier", Namespace, alert.Identifier);
            xml.WriteElementString("sender", Namespace, alert.Sender);
            xml.WriteElementString("sent", Namespace, Time(alert.Sent!.Value));
            xml.WriteElementString("status", Namespace, alert.ExerciseId is null ? "Actual" : "Exercise");
            xml.WriteElementString("msgType", Namespace, $"{alert.MessageType}");
            xml.WriteElementString("scope", Namespace, "Public");
            if (referred is not null) xml.WriteElementString("references", Namespace, $"{referred.Sender},{referred.Identifier},{Time(referred.Sent!.Value)}");
            foreach (var info in alert.Texts) Info(xml, alert, info);
            xml.WriteEndElement();
        }
        return text.ToString();
    }

    private static void Info(XmlWriter xml, Alert alert, AlertText info)
    {
        xml.WriteStartElement("info", Namespace);
        xml.WriteElementString("language", Namespace, info.Language);
        xml.WriteElementString("category", Namespace, Category(alert.Kind));
        xml.WriteElementString("event", Namespace, $"{alert.Kind}");
        xml.WriteElementString("urgency", Namespace, $"{alert.Urgency}");
        xml.WriteElementString("severity", Namespace, $"{alert.Severity}");
        xml.WriteElementString("certainty", Namespace, $"{alert.Certainty}");
        xml.WriteElementString("expires", Namespace, Time(alert.Expires));
        xml.WriteElementString("headline", Namespace, info.Headline);
        xml.WriteElementString("description", Namespace, info.Description);
        xml.WriteElementString("instruction", Namespace, info.Instruction);
        foreach (var area in alert.Areas) Area(xml, area);
        xml.WriteEndElement();
    }

    private static void Area(XmlWriter xml, AlertArea area)
    {
        xml.WriteStartElement("area", Namespace);
        xml.WriteElementString("areaDesc", Namespace, area.Description);
        if (area is { Latitude: { } lat, Longitude: { } lon, RadiusKm: { } radius }) xml.WriteElementString("circle", Namespace, FormattableString.Invariant($"{lat},{lon} {radius}"));
        xml.WriteStartElement("geocode", Namespace);
        xml.WriteElementString("valueName", Namespace, "GB/T 2260");
        xml.WriteElementString("value", Namespace, area.AreaCode);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'-00:00'");

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
