using System.Text.Json;

namespace Coordination.PublicInformation.Cap;

/// <summary>
/// GeoJSON (RFC 7946), longitude first. A circle is a point with its radius in <c>radiusKm</c>; what has no shape has no geometry. A ring across the date line keeps its numbers beyond 180,
/// and a ring of more than <see cref="MostPoints"/> points is given as its box, with <c>isBox</c>: the document itself has it whole.
/// </summary>
internal static class CapGeoJson
{
    internal const int MostPoints = 500;

    internal static byte[] Write(CapFeedAsk ask, IReadOnlyList<CapHit> hits)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            foreach (var hit in hits)
            {
                var shapes = CapShapeBytes.Read(hit.Message.Shapes);
                if (shapes.Count == 0) Feature(json, ask, hit, null);
                foreach (var shape in shapes)
                {
                    json.Flush();
                    if (bytes.Length < CapFeed.MostBytes - 32_768) Feature(json, ask, hit, shape);
                }
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static void Feature(Utf8JsonWriter json, CapFeedAsk ask, CapHit hit, CapShape? shape)
    {
        var (message, info) = (hit.Message, ask.Info(hit.Message));
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        Geometry(json, shape);
        json.WriteStartObject("properties");
        json.WriteString("id", message.Id);
        json.WriteString("identifier", message.Identifier);
        json.WriteString("sender", message.Sender);
        json.WriteString("sent", message.Sent!.Value);
        json.WriteString("status", $"{message.Status}");
        json.WriteString("msgType", $"{message.MessageType}");
        json.WriteString("headline", ask.Title(message));
        (string, string?)[] said = [("language", info?.Language), ("event", info?.Event), ("urgency", info?.Urgency), ("severity", info?.Severity), ("certainty", info?.Certainty), ("senderName", info?.SenderName)];
        foreach (var (name, value) in said)
            if (value is not null) json.WriteString(name, value);
        json.WriteString("effective", message.StartsAt);
        json.WriteString("expires", message.EndsAt);
        if (hit.HasOriginal) json.WriteString("original", ask.Original(message));
        if (shape?.RadiusKm is { } radius) json.WriteNumber("radiusKm", radius);
        if (shape is { RadiusKm: null, Points.Count: > 2 * MostPoints }) json.WriteBoolean("isBox", true);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Geometry(Utf8JsonWriter json, CapShape? shape)
    {
        if (shape is null)
        {
            json.WriteNull("geometry");
            return;
        }
        json.WriteStartObject("geometry");
        json.WriteString("type", shape.RadiusKm is null ? "Polygon" : "Point");
        json.WriteStartArray("coordinates");
        if (shape.RadiusKm is not null)
        {
            json.WriteNumberValue(shape.Points[1]);
            json.WriteNumberValue(shape.Points[0]);
        }
        else
        {
            json.WriteStartArray();
            foreach (var (latitude, longitude) in Ring(shape))
            {
                json.WriteStartArray();
                json.WriteNumberValue(longitude);
                json.WriteNumberValue(latitude);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<(double Latitude, double Longitude)> Ring(CapShape shape)
    {
        var (box, points) = (shape.Box, shape.Points);
        return points.Count <= 2 * MostPoints ? Enumerable.Range(0, points.Count / 2).Select(i => (points[2 * i], points[(2 * i) + 1]))
            : [(box.South, box.West), (box.South, box.East), (box.North, box.East), (box.North, box.West), (box.South, box.West)];
    }
}
