using System.Globalization;

namespace Coordination.CommandLine.Partners.EdxlRm;

/// <summary>All sixteen messages as one would send them: a resource from request to release, a quote, a question and an offer, each a thread of its own.</summary>
internal static class RmConversation
{
    private const string Resource = "<m:Resource><m:ResourceID>pump-7</m:ResourceID><m:Name>Pump 7</m:Name></m:Resource>";
    private const string Wanted = "<m:Resource><m:Name>Pump, 500 litres a minute</m:Name></m:Resource>";
    private const string Away = """
        <m:Resource><m:ResourceID>pump-7</m:ResourceID><m:ResourceStatus><m:DeploymentStatus><r:ValueListURN>urn:coordination:deployment-status</r:ValueListURN>
        <r:Value>Assigned</r:Value></m:DeploymentStatus><m:Availability>Not available</m:Availability></m:ResourceStatus></m:Resource>
        """;

    private const string Two = "<m:AssignmentInformation><m:Quantity><r:QuantityText>2</r:QuantityText></m:Quantity></m:AssignmentInformation>";
    private const string Priced = """
        <m:AssignmentInformation><m:Quantity><r:MeasuredQuantity><r:Amount>2</r:Amount></r:MeasuredQuantity></m:Quantity>
        <m:PriceQuote><r:QuantityText>0</r:QuantityText></m:PriceQuote></m:AssignmentInformation>
        """;

    /// <summary>The messages in the order in which they are sent, under ids of their own.</summary>
    internal static IReadOnlyList<RmSample> Begin(DateTimeOffset now)
    {
        var run = Guid.CreateVersion7().ToString("N");
        var sent = new Dictionary<string, RmSample>(StringComparer.Ordinal);
        return
        [
            Say("RequestResource", null, new(Line(Wanted, Two, At("RequestedArrival", now.AddHours(6))))),
            Say("ResponseToRequestResource", "RequestResource", new(Line(Accepts(), Resource, Priced, At("BeginAvailable", now)))),
            Say("RequisitionResource", "ResponseToRequestResource", new(Line(Wanted, Two, At("ReportTo", now.AddHours(6))), "<m:Funding><r:FundCode>none</r:FundCode></m:Funding>")),
            Say("CommitResource", "RequisitionResource", new(Line(Accepts(), Resource, Two, At("Committed", now)))),
            Say("RequestResourceDeploymentStatus", "CommitResource", new(Line(Resource, Two))),
            Say("ReportResourceDeploymentStatus", "RequestResourceDeploymentStatus", new(Line(Away, Two, At("ActualArrival", now), At("Current", now)))),
            Say("RequestExtendedDeploymentDuration", "CommitResource", new(Line(Resource, Two, At("RequestedReturnDeparture", now.AddDays(2))))),
            Say("ResponseToRequestExtendedDeploymentDuration", "RequestExtendedDeploymentDuration", new(Line(Provisional(), Resource, Two, At("EndAvailable", now.AddDays(2))))),
            Say("RequestReturn", "CommitResource", new(Line(Resource, Two, At("RequestedReturnArrival", now.AddDays(3))))),
            Say("ResponseToRequestReturn", "RequestReturn", new(Line(Accepts(), Away, Two, At("EstimatedReturnArrival", now.AddDays(3))))),
            Say("ReleaseResource", "CommitResource", new(Line(Resource, Two, At("ActualReturnDeparture", now.AddDays(3))))),
            Say("RequestQuote", null, new(Line(Wanted, Two))),
            Say("ResponseToRequestQuote", "RequestQuote", new(Line(Accepts(), Resource, Priced))),
            Say("RequestInformation", null, new("")),
            Say("ResponseToRequestInformation", "RequestInformation", new("")),
            Say("OfferUnsolicitedResource", null, new(Line(Resource, Two, At("BeginAvailable", now)))),
        ];

        RmSample Say(string kind, string? follows, RmParts parts)
        {
            var (id, before) = ($"check-{run}-{kind}", follows is null ? null : sent[follows]);
            return sent[kind] = new(kind, id, before?.Thread ?? id, before?.Id, parts);
        }
    }

    /// <summary>An answer to a line of the message before.</summary>
    internal static string Accepts(string how = "Accept", string reason = "", string to = "1") =>
        $"<m:ResponseInformation><r:PrecedingResourceInfoElementID>{to}</r:PrecedingResourceInfoElementID><r:ResponseType>{how}</r:ResponseType>{reason}</m:ResponseInformation>";

    internal static string Line(params string[] parts) => Numbered(1, parts);

    internal static string Numbered(int number, params string[] parts) => string.Create(
        CultureInfo.InvariantCulture, $"<m:ResourceInformation><m:ResourceInfoElementID>{number}</m:ResourceInfoElementID>{string.Concat(parts)}</m:ResourceInformation>");

    private static string Provisional() => Accepts("Provisional", "<r:ResponseReason>The owner is asked.</r:ResponseReason>");

    private static string At(string type, DateTimeOffset at) =>
        $"<m:ScheduleInformation><m:ScheduleType>{type}</m:ScheduleType><m:DateTime>{RmSample.Instant(at)}</m:DateTime></m:ScheduleInformation>";
}
