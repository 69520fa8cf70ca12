using System.Xml;
using Coordination.Contracts.Events;

namespace Coordination.Resources.Messages;

/// <summary>One ResourceInformation as the schema of its message wants it.</summary>
internal static class RmElementWriting
{
    internal static void Write(XmlWriter xml, RmElement element, RmShape shape) => xml.In("ResourceInformation", () =>
    {
        xml.Say("ResourceInfoElementID", element.Id);
        if (shape.MayAnswer && element.Answer is { } answer) Answer(xml, answer);
        if (element.Resource is { } resource) Resource(xml, resource, shape);
        if (element.Assignment is { } assignment && (assignment.Quantity is not null || !shape.NeedsQuantity)) Assignment(xml, assignment, shape);
        foreach (var schedule in element.Schedules.Where(s => shape.Knows(s.Type)))
            xml.In("ScheduleInformation", () =>
            {
                xml.Say("ScheduleType", schedule.Type);
                xml.Say("DateTime", schedule.At is { } at ? RmWriting.Instant(at) : null);
                if (schedule.Place is { } place) xml.In("Location", () => xml.Type("LocationDescription", place));
            });
    });

    private static void Answer(XmlWriter xml, RmAnswer answer) => xml.In("ResponseInformation", () =>
    {
        xml.Type("PrecedingResourceInfoElementID", answer.ElementId);
        xml.Type("ResponseType", answer.Response.ToString());
        Value(xml, "ReasonCode", answer.ReasonCode, RmNames.Types);
        xml.Type("ResponseReason", answer.Reason);
    });

    private static void Resource(XmlWriter xml, RmResource resource, RmShape shape) => xml.In("Resource", () =>
    {
        xml.Say("ResourceID", resource.Id);
        xml.Say("Name", resource.Name);
        Value(xml, "TypeStructure", resource.Type, RmNames.Message);
        xml.Say("Description", resource.Description);
        if (!shape.HasStatus || resource.Status is not { } status) return;
        xml.In("ResourceStatus", () =>
        {
            Value(xml, "DeploymentStatus", status.Deployment, RmNames.Message);
            if (shape.HasAvailability) xml.Say("Availability", status.Availability);
        });
    });

    private static void Assignment(XmlWriter xml, RmAssignment assignment, RmShape shape) => xml.In("AssignmentInformation", () =>
    {
        Quantity(xml, "Quantity", assignment.Quantity);
        xml.Say("Restrictions", assignment.Restrictions);
        xml.Say("AnticipatedFunction", assignment.Function);
        if (shape.HasPrice) Quantity(xml, "PriceQuote", assignment.Price);
        if (shape.HasOrder) xml.Say("OrderID", assignment.OrderId);
    });

    private static void Quantity(XmlWriter xml, string name, RmQuantity? quantity)
    {
        if (quantity is null) return;
        xml.In(name, () =>
        {
            if (quantity.Amount is not { } amount) xml.Type("QuantityText", quantity.Text ?? "");
            else
                xml.In("MeasuredQuantity", () =>
                {
                    xml.Type("Amount", XmlConvert.ToString(amount));
                    Value(xml, "UnitOfMeasure", quantity.Unit, RmNames.Types);
                }, RmNames.Types);
        });
    }

    private static void Value(XmlWriter xml, string name, RmValue? value, string ns)
    {
        if (value is null) return;
        xml.In(name, () =>
        {
            xml.Type("ValueListURN", value.Urn);
            xml.Type("Value", value.Value);
        }, ns);
    }
}
