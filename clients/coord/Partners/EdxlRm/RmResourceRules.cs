namespace Coordination.CommandLine.Partners.EdxlRm;

/// <summary>What EDXL-RM 1.0 demands of the resources in a message.</summary>
internal static class RmResourceRules
{
    private static readonly string[] Responses = ["Accept", "Decline", "Provisional"];
    private static readonly string[] Schedules =
    [
        "RequestedArrival", "EstimatedArrival", "ActualArrival", "RequestedDeparture", "EstimatedDeparture", "ActualDeparture", "EstimatedReturnDeparture",
        "EstimatedReturnArrival", "ActualReturnArrival", "RequestedReturnDeparture", "RequestedReturnArrival", "ActualReturnDeparture", "BeginAvailable",
        "EndAvailable", "Committed", "Current", "ReportTo", "Route",
    ];

    internal static IEnumerable<string?> Faults(XmlTree message, RmKind kind)
    {
        var lines = message.Children("ResourceInformation").ToList();
        if (lines.Count == 0 && !kind.MayBeEmpty) yield return RmRules.Missing("ResourceInformation");
        var ids = lines.Select(l => l.Text("ResourceInfoElementID")).ToList();
        if (ids.Exists(string.IsNullOrEmpty)) yield return RmRules.Missing("ResourceInfoElementID");
        if (ids.Distinct().Count() < ids.Count) yield return Language.Say($"each ResourceInfoElementID stands once in a message");
        foreach (var fault in lines.SelectMany(l => Line(l, kind))) yield return fault;
    }

    private static IEnumerable<string?> Line(XmlTree line, RmKind kind)
    {
        yield return kind.IsResponse && !line.Children("ResponseInformation").Any() ? RmRules.Missing("ResponseInformation") : null;
        yield return kind.NeedsResource && !line.Children("Resource").Any() ? RmRules.Missing("Resource") : null;
        foreach (var fault in line.Children("ResponseInformation").SelectMany(Response)) yield return fault;
        foreach (var resource in line.Children("Resource"))
        {
            yield return RmRules.OneOf(resource, "ResourceID", "Name", "TypeStructure");
            foreach (var owner in resource.Children("OwnershipInformation")) yield return RmRules.OneOf(owner, "Owner", "OwningJurisdiction");
            if (kind.Name == "ResponseToRequestReturn" && !resource.Children("ResourceStatus").Any()) yield return RmRules.Missing("ResourceStatus");
        }
        var assignment = line.Children("AssignmentInformation").FirstOrDefault();
        var needsQuantity = kind.NeedsQuantity || (assignment is not null && kind.Name is "CommitResource" or "ReleaseResource");
        yield return needsQuantity && assignment?.Children("Quantity").Any() != true ? RmRules.Missing("Quantity") : null;
        yield return kind.NeedsPrice && assignment is not null && !assignment.Children("PriceQuote").Any() ? RmRules.Missing("PriceQuote") : null;
        foreach (var schedule in line.Children("ScheduleInformation"))
        {
            yield return Schedules.Contains(schedule.Text("ScheduleType") ?? "") ? null : Language.Say($"ScheduleType must be one of {string.Join(", ", Schedules)}");
            yield return RmRules.Moment(schedule, "DateTime", isNeeded: false);
        }
    }

    private static IEnumerable<string?> Response(XmlTree response)
    {
        yield return RmRules.IsThere(response, "PrecedingResourceInfoElementID") ? null : RmRules.Missing("PrecedingResourceInfoElementID");
        var type = response.Text("ResponseType") ?? "";
        yield return Responses.Contains(type) ? null : Language.Say($"ResponseType must be one of {string.Join(", ", Responses)}");
        yield return type == "Provisional" && !RmRules.IsThere(response, "ReasonCode") && !RmRules.IsThere(response, "ResponseReason") && !response.Children("ReasonCode").Any()
            ? Language.Say($"Provisional says why (ReasonCode or ResponseReason)") : null;
    }
}
