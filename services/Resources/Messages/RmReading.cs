using System.Globalization;
using System.Xml;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Messages;

/// <summary>A message out of its markup: tolerant of order, namespace and what is more than is known.</summary>
internal static class RmReading
{
    /// <summary>The message; its rules were asked before.</summary>
    internal static RmDocument Read(Markup message) => new(message.Says("MessageContentType")!, message.Says("MessageID")!, RmRules.At(message.Says("SentDateTime")!)!.Value, message.Says("OriginatingMessageID")!)
    {
        Description = message.Says("MessageDescription"),
        PrecedingId = message.Says("PrecedingMessageID"),
        Incidents = [.. message.Each("IncidentInformation").Select(i => new RmIncident(i.Says("IncidentID"), i.Says("IncidentDescription")))],
        Recall = message.First("MessageRecall") is { } recall ? new(recall.Says("RecallMessageID")!, recall.Says("RecallType") == "Update") : null,
        Funding = [.. message.Each("Funding").Select(f => new RmFunding(f.Says("FundCode"), f.Says("FundingInfo")))],
        Contacts = [.. message.Each("ContactInformation").Select(c => new RmContact(c.Says("ContactDescription"), c.Says("ContactRole")))],
        Elements = [.. message.Each("ResourceInformation").Select(Element)],
    };

    private static RmElement Element(Markup element) => new(element.Says("ResourceInfoElementID") ?? "")
    {
        Answer = element.First("ResponseInformation") is { } answer ? Answer(answer) : null,
        Resource = element.First("Resource") is { } resource ? Resource(resource) : null,
        Assignment = element.First("AssignmentInformation") is { } assignment ? Assignment(assignment) : null,
        Schedules = [.. element.Each("ScheduleInformation").Select(s => new RmSchedule(
            s.Says("ScheduleType") ?? "", s.Says("DateTime") is { } at ? RmRules.At(at) : null, s.First("Location")?.Says("LocationDescription")))],
    };

    /// <summary>A message of others may leave out how it answers; then it is no answer.</summary>
    private static RmAnswer? Answer(Markup answer) => Enum.TryParse<RmResponse>(answer.Says("ResponseType"), out var how) && answer.Says("PrecedingResourceInfoElementID") is { } to
        ? new(to, how, Value(answer.First("ReasonCode")), answer.Says("ResponseReason")) : null;

    private static RmResource Resource(Markup resource) => new(
        resource.Says("ResourceID"), resource.Says("Name"), Value(resource.First("TypeStructure")), resource.Says("Description"),
        resource.First("ResourceStatus") is { } status ? new(Value(status.First("DeploymentStatus")), status.Says("Availability")) : null);

    private static RmAssignment Assignment(Markup assignment) => new(
        Quantity(assignment.First("Quantity")), assignment.Says("Restrictions"), assignment.Says("AnticipatedFunction"), Quantity(assignment.First("PriceQuote")), assignment.Says("OrderID"));

    private static RmValue? Value(Markup? of) => of?.Says("Value") is { } value ? new(of.Says("ValueListURN") ?? "", value) : null;

    private static RmQuantity? Quantity(Markup? of)
    {
        if (of is null) return null;
        var (measured, texts) = (of.First("MeasuredQuantity"), of.Each("QuantityText").Select(t => t.Text).ToList());
        // Of several, which one counts is nobody's to guess: a person reads them all.
        if (measured is null || texts.Count > 0) return new(string.Join(" / ", measured is null ? texts : [.. texts, measured.Says("Amount") ?? ""]));
        return new(null, Number(measured.Says("Amount")), Value(measured.First("UnitOfMeasure")));
    }

    private static double? Number(string? text)
    {
        try
        {
            return text is null ? null : XmlConvert.ToDouble(text);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>How many, where it says a whole number of at least one; otherwise a person must read it.</summary>
    internal static int? Count(this RmQuantity? quantity) => quantity switch
    {
        { Amount: { } amount } when amount >= 1 && amount <= 1_000_000 && amount == Math.Floor(amount) => (int)amount,
        { Text: { } text } when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 1_000_000 => count,
        _ => null,
    };
}
