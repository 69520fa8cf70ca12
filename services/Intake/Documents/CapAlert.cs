using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Intake.Messages;
using Coordination.Platform;

namespace Coordination.Intake.Documents;

/// <summary>
/// Reads a CAP alert, 1.0 to 1.2, as genuine ones are: whatever the order of its elements, the namespace or the envelope. Its <c>contact</c> is not read.
/// </summary>
internal static class CapAlert
{
    internal static DocumentReading Read(Markup root, MessageRule words, DocumentRule rule)
    {
        if (root.All("alert").Take(2).ToList() is not [var alert]) return DocumentReading.Unreadable(DocumentReason.NotOneAlert);
        var (sender, identifier, infos) = (alert.First("sender"), alert.First("identifier"), alert.Each("info").ToList());
        var kinds = infos.Select(i => Judge(i, words)).Distinct().ToList();
        var place = CapPlace.Of(infos, rule.AreaCodeSystem);
        var (kind, category, code) = kinds is [var one] ? one : (null, kinds.Select(k => k.Category).Distinct().ToList() is [var same] ? same : null, null);
        var reading = new DocumentReading(sender, identifier, DocumentReading.Moment(alert.First("sent")))
        {
            Act = ActOf(alert.First("msgType")),
            Status = StatusOf(alert.First("status")),
            RefersTo = sender is null ? [] : [.. References(alert, sender)],
            Category = category, Kind = kind, EventCode = code, AreaCodes = place.Areas, Point = place.Point, PlaceText = place.Words,
            OccurredAt = infos.Select(i => DocumentReading.Moment(i.First("onset"))).FirstOrDefault(t => t is not null),
            Expires = infos.Select(i => DocumentReading.Moment(i.First("expires"))).Where(t => t is not null).DefaultIfEmpty(null).Max(),
            Text = DocumentReading.Clean(infos.Count == 0 ? alert.First("note") ?? "" : Words(infos[0])),
        };
        return SeeksPerson(infos, kinds.Exists(k => k.Kind is not null), words) ? reading with { Fault = DocumentReason.PersonSought, Text = "", PlaceText = null, Point = null }
            : reading.Status == DocumentStatus.Actual && infos.Exists(i => Hazardous.IsTest(i.First("event") ?? "", EventCodesOf(i))) ? reading with { Fault = DocumentReason.NotActual }
            : sender is null || identifier is null || reading.Sent is null ? reading with { Fault = DocumentReason.Incomplete } : reading;
    }

    private static DocumentAct ActOf(string? type) => type switch
    {
        "Update" => DocumentAct.Update,
        "Cancel" => DocumentAct.Cancel,
        "Ack" or "Error" => DocumentAct.Protocol,
        _ => DocumentAct.Begin,
    };

    /// <summary>Only what surely is not meant is no report: a status that nobody knows waits for a person.</summary>
    private static DocumentStatus StatusOf(string? status) => status switch
    {
        "Exercise" => DocumentStatus.Exercise,
        "Test" or "Draft" or "System" => DocumentStatus.Other,
        _ => string.Equals(status, "Actual", StringComparison.OrdinalIgnoreCase) ? DocumentStatus.Actual : DocumentStatus.Unclear,
    };

    /// <summary>By its event, its code and its headline alone: a hazard in which somebody is missing is a hazard.</summary>
    private static bool SeeksPerson(List<Markup> infos, bool isHazard, MessageRule words) =>
        !infos.Exists(i => Hazardous.KindOf(i.First("event") ?? "", [.. EventCodesOf(i)], words) is not null)
        && (infos.Exists(i => Hazardous.SeeksPerson(i.First("event") ?? "", EventCodesOf(i))) || (!isHazard && infos.Exists(i => Hazardous.SeeksPerson(i.First("headline") ?? "", []))));

    /// <summary>Who did not send a message does not replace it: references to others' are passed over.</summary>
    private static IEnumerable<string> References(Markup alert, string sender) => (alert.First("references") ?? "")
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(',')).Where(p => p.Length == 3 && p[0] == sender)
        .Select(p => DocumentReading.Key(p[0], p[1])).Distinct().Take(200);

    private static (EventKind? Kind, IncidentCategory? Category, string? Code) Judge(Markup info, MessageRule words)
    {
        var codes = EventCodesOf(info).ToList();
        if ((Hazardous.KindOf(info.First("event") ?? "", codes, words) ?? Hazardous.KindOf(info.First("headline") ?? "", [], words)) is { } kind)
            return (kind, EventCodes.CategoryOf(kind), codes.Find(c => EventCodes.Kinds.TryGetValue(c, out var named) && named == kind));
        var categories = info.Each("category").Select(c => Hazardous.CategoryOf(c.Text)).Distinct().ToList();
        return (null, categories is [var one] ? one : null, null);
    }

    /// <summary>CAP 1.0 writes a code as <c>name=value</c>.</summary>
    private static IEnumerable<string> EventCodesOf(Markup info) => info.Each("eventCode").Select(c => c.First("value") ?? c.Text.Split('=')[^1]);

    private static string Words(Markup info) =>
        string.Join('\n', ((string[])["event", "headline", "description", "instruction"]).Select(info.First).OfType<string>().Distinct());
}
