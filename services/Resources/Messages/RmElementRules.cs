using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Messages;

/// <summary>What the elements of a message must say of their resources.</summary>
internal static class RmElementRules
{
    private static readonly string Responses = string.Join(", ", Enum.GetNames<RmResponse>());

    /// <summary>What is acted on stands once, however deep. A quantity in words is no value of that kind: several of them are left to a person.</summary>
    private static readonly (string Path, string[] Names)[] Single =
    [
        ("", ["ResourceInfoElementID", "ResponseInformation", "Resource", "AssignmentInformation"]),
        ("ResponseInformation", ["PrecedingResourceInfoElementID", "ResponseType", "ReasonCode"]),
        ("Resource", ["ResourceID", "TypeStructure", "ResourceStatus"]),
        ("Resource/ResourceStatus", ["DeploymentStatus"]),
        ("AssignmentInformation", ["Quantity", "AnticipatedFunction", "PriceQuote", "OrderID"]),
        .. ((string[])["Quantity", "PriceQuote"]).SelectMany(n => ((string, string[])[])
        [
            ($"AssignmentInformation/{n}", ["MeasuredQuantity"]), ($"AssignmentInformation/{n}/MeasuredQuantity", ["Amount", "UnitOfMeasure"]),
            ($"AssignmentInformation/{n}/MeasuredQuantity/UnitOfMeasure", ["ValueListURN", "Value"]),
        ]),
        .. ((string[])["ResponseInformation/ReasonCode", "Resource/TypeStructure", "Resource/ResourceStatus/DeploymentStatus"]).Select(p => (p, (string[])["ValueListURN", "Value"])),
    ];

    internal static IEnumerable<Refusal?> Faults(Markup message, RmShape shape)
    {
        var elements = RmRules.Numbered(message, "ResourceInformation").ToList();
        yield return elements.Count == 0 && !shape.MayBeEmpty ? RmRules.Missing("/ResourceInformation") : null;
        yield return elements.Count > 50 ? Refusal.Invalid("/ResourceInformation", "rm-too-many", "A message has at most 50 elements.") : null;
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (element, at) in elements)
        {
            foreach (var (path, names) in Single)
                if (Down(element, path) is { } inner) yield return RmRules.Twice(inner, path.Length == 0 ? at : $"{at}/{path}", names);
            yield return RmRules.Needs(element, at, "ResourceInfoElementID");
            yield return Long(element, at, "ResourceInfoElementID") ?? (element.First("ResponseInformation") is { } of ? Long(of, $"{at}/ResponseInformation", "PrecedingResourceInfoElementID") : null);
            yield return ids.Add(element.Says("ResourceInfoElementID") ?? "") ? null : Refusal.Invalid($"{at}/ResourceInfoElementID", "rm-twice", "Each id stands once in a message.");
            foreach (var fault in Element(element, at, shape)) yield return fault;
        }
    }

    private static Markup? Down(Markup? of, string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(of, (m, name) => m?.First(name));

    private static Refusal? Long(Markup of, string at, string name) => of.Says(name)?.Length > 200 ? Refusal.Invalid($"{at}/{name}", "rm-too-long", "Must have at most 200 characters.") : null;

    private static IEnumerable<Refusal?> Element(Markup element, string at, RmShape shape)
    {
        yield return shape.IsAnswer && element.First("ResponseInformation") is null ? RmRules.Missing($"{at}/ResponseInformation") : null;
        yield return shape.NeedsResource && element.First("Resource") is null ? RmRules.Missing($"{at}/Resource") : null;
        yield return shape.NeedsAssignment && element.First("AssignmentInformation") is null ? RmRules.Missing($"{at}/AssignmentInformation") : null;
        if (element.First("ResponseInformation") is { } answer) yield return Answer(answer, $"{at}/ResponseInformation");
        if (element.First("Resource") is { } resource) yield return Resource(resource, $"{at}/Resource", shape);
        if (element.First("AssignmentInformation") is { } assignment)
        {
            yield return shape.NeedsQuantity && assignment.First("Quantity") is null ? RmRules.Missing($"{at}/AssignmentInformation/Quantity") : null;
            yield return shape.NeedsPrice && IsTaken(element) && assignment.First("PriceQuote") is null ? RmRules.Missing($"{at}/AssignmentInformation/PriceQuote") : null;
        }
        else yield return shape.NeedsPrice && IsTaken(element) ? RmRules.Missing($"{at}/AssignmentInformation/PriceQuote") : null;
        foreach (var (schedule, when) in RmRules.Numbered(element, "ScheduleInformation", at))
        {
            yield return RmRules.Twice(schedule, when, "ScheduleType", "DateTime");
            yield return Enum.TryParse<RmTimes>(schedule.Says("ScheduleType"), out var time) && time.ToString() == schedule.Says("ScheduleType") && time != RmTimes.None
                ? null : Refusal.Invalid($"{when}/ScheduleType", "rm-value", "Must be one of the eighteen types of the standard.");
            yield return RmRules.Moment(schedule, when, "DateTime");
            yield return schedule.First("Location") is { } place ? RmRules.OneOf(place, $"{when}/Location", "LocationDescription", "Address", "TargetArea") : null;
        }
    }

    /// <summary>Who declines to quote names no price.</summary>
    private static bool IsTaken(Markup element) => element.First("ResponseInformation")?.Says("ResponseType") != nameof(RmResponse.Decline);

    private static Refusal? Answer(Markup answer, string at) =>
        RmRules.Needs(answer, at, "PrecedingResourceInfoElementID")
        ?? (!Enum.TryParse<RmResponse>(answer.Says("ResponseType"), out var how) || how.ToString() != answer.Says("ResponseType")
            ? Refusal.Invalid($"{at}/ResponseType", "rm-value", $"Must be one of {Responses}.")
            : how == RmResponse.Provisional && answer.First("ReasonCode") is null && answer.Says("ResponseReason") is null
                ? Refusal.Invalid($"{at}/ReasonCode", "rm-reason", "A provisional answer says why: ReasonCode or ResponseReason.") : null);

    private static Refusal? Resource(Markup resource, string at, RmShape shape)
    {
        if (RmRules.OneOf(resource, at, "ResourceID", "Name", "TypeStructure") is { } none) return none;
        if (resource.First("OwnershipInformation") is { } owner && RmRules.OneOf(owner, $"{at}/OwnershipInformation", "Owner", "OwningJurisdiction") is { } unowned) return unowned;
        if (resource.First("ResponsibleParty") is { } party && RmRules.Contact(party, $"{at}/ResponsibleParty") is { } nobody) return nobody;
        return shape.NeedsStatus && resource.First("ResourceStatus") is null ? RmRules.Missing($"{at}/ResourceStatus") : null;
    }
}
