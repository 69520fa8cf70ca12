using Coordination.Platform;

namespace Coordination.Resources.Messages;

/// <summary>Where a message that is read differs from its schema in a way that hinders nobody: recorded, and never a reason to refuse it.</summary>
internal static class RmFindings
{
    /// <summary>Elements in the order of the schema; what is not named here is not looked into.</summary>
    private static readonly Dictionary<string, string[]> Orders = new(StringComparer.Ordinal)
    {
        [""] =
        [
            "MessageID", "SentDateTime", "MessageContentType", "MessageDescription", "OriginatingMessageID", "PrecedingMessageID", "IncidentInformation", "MessageRecall", "Funding",
            "ContactInformation", "ResourceInformation",
        ],
        ["IncidentInformation"] = ["IncidentID", "IncidentDescription"],
        ["Funding"] = ["FundCode", "FundingInfo"],
        ["ContactInformation"] = ["ContactDescription", "ContactRole", "Radio", "ContactLocation", "AdditionalContactInformation"],
        ["AdditionalContactInformation"] =
        [
            "FreeTextLines", "PartyName", "Addresses", "Accounts", "ContactNumbers", "Documents", "ElectronicAddressIdentifiers", "Events", "Identifiers", "Memberships",
            "Relationships", "Revenues", "Stocks", "Vehicles", "OrganisationInfo", "PersonInfo", "BirthInfo", "CountriesOfResidence", "Favourites", "Habits", "Hobbies",
            "Languages", "Nationalities", "Occupations", "PhysicalInfo", "Preferences", "Qualifications", "Visas",
        ],
        ["ResourceInformation"] = ["ResourceInfoElementID", "ResponseInformation", "Resource", "AssignmentInformation", "ScheduleInformation"],
        ["ResponseInformation"] = ["PrecedingResourceInfoElementID", "ResponseType", "ReasonCode", "ResponseReason"],
        ["Resource"] =
        [
            "ResourceID", "Name", "TypeStructure", "TypeInfo", "Keyword", "Description", "Credentials", "Certifications", "SpecialRequirements", "ResponsibleParty", "OwnershipInformation",
            "ResourceStatus",
        ],
        ["AssignmentInformation"] = ["Quantity", "Restrictions", "AnticipatedFunction", "PriceQuote", "OrderID", "AssignmentInstructions"],
        ["ScheduleInformation"] = ["ScheduleType", "DateTime", "Location"],
    };

    /// <summary>At most twenty.</summary>
    internal static IReadOnlyList<string> Of(Markup message, RmDocument read)
    {
        var known = RmShape.KindOf(message.Name) is { } kind ? RmShape.Of(kind) : null;
        var all = (message.Namespace == RmNames.Message ? [] : (string[])["namespace: root"])
            .Concat(known is null ? ["message-type: not one of the sixteen"] : Within(message, ""))
            .Concat(known is null ? [] : read.Elements.SelectMany(e => e.Schedules).Where(s => !known.Knows(s.Type)).Select(s => $"schedule-type: {s.Type}"));
        return [.. all.Distinct(StringComparer.Ordinal).Take(20)];
    }

    private static IEnumerable<string> Within(Markup element, string name)
    {
        if (!Orders.TryGetValue(name, out var order)) yield break;
        var last = 0;
        foreach (var child in element.Children)
        {
            var at = Array.IndexOf(order, child.Name);
            if (at < 0 || child.Name.Length > 60) yield return $"unknown-element: in {(name.Length == 0 ? "the message" : name)}";
            else if (at < last) yield return $"element-order: {child.Name}";
            last = Math.Max(last, at);
            foreach (var finding in Within(child, child.Name)) yield return finding;
        }
    }
}
