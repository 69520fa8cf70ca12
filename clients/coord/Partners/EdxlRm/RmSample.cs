using System.Globalization;

namespace Coordination.CommandLine.Partners.EdxlRm;

/// <summary>A message that is sent for a check: small, sound, and marked as one on which nobody acts.</summary>
/// <param name="Kind">MessageContentType.</param>
/// <param name="Id">MessageID.</param>
/// <param name="Thread">OriginatingMessageID.</param>
/// <param name="Preceding">The message that it follows; null for the first of a thread.</param>
/// <param name="Parts">Funding and resources: what makes it one of its kind.</param>
internal sealed record RmSample(string Kind, string Id, string Thread, string? Preceding, RmParts Parts)
{
    internal string Xml(DateTimeOffset at) => $"""
        <m:{Kind} xmlns:m="{RmKind.MessageNamespace}" xmlns:r="{RmKind.TypeNamespace}">
          <m:MessageID>{Escaped(Id)}</m:MessageID>
          <m:SentDateTime>{Instant(at)}</m:SentDateTime>
          <m:MessageContentType>{Kind}</m:MessageContentType>
          <m:MessageDescription>A conformance check: nobody is to act on it.</m:MessageDescription>
          <m:OriginatingMessageID>{Escaped(Thread)}</m:OriginatingMessageID>
          {(Preceding is null ? "" : $"<m:PrecedingMessageID>{Escaped(Preceding)}</m:PrecedingMessageID>")}
          <m:IncidentInformation><r:IncidentID>conformance-check</r:IncidentID></m:IncidentInformation>
          {Parts.Funding}
          <m:ContactInformation><r:ContactDescription>Conformance check</r:ContactDescription><r:ContactRole>Sender</r:ContactRole></m:ContactInformation>
          {Parts.Resources}
        </m:{Kind}>
        """;

    /// <summary>The same in an EDXL-DE 1.0 envelope whose status is Test.</summary>
    internal string Enveloped(DateTimeOffset at) => Envelope(Id, at, $"<xmlContent><embeddedXMLContent>{Xml(at)}</embeddedXMLContent></xmlContent>");

    /// <summary>An envelope around something.</summary>
    internal static string Envelope(string id, DateTimeOffset at, string content) => $"""
        <EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0">
          <distributionID>de-{id}</distributionID>
          <senderID>conformance-check@coordination.example</senderID>
          <dateTimeSent>{Instant(at)}</dateTimeSent>
          <distributionStatus>Test</distributionStatus>
          <distributionType>Request</distributionType>
          <combinedConfidentiality>Unclassified</combinedConfidentiality>
          <contentObject><contentDescription>A conformance check</contentDescription>{content}</contentObject>
        </EDXLDistribution>
        """;

    /// <summary>Ids of others may hold anything.</summary>
    private static string Escaped(string id) => System.Security.SecurityElement.Escape(id);

    internal static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture);
}

/// <summary>What makes a message one of its kind.</summary>
internal sealed record RmParts(string Resources, string Funding = "");
