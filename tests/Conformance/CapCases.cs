using System.Text.Json;
using System.Xml;
using Coordination.Contracts.Events;
using Coordination.Intake;
using Coordination.Intake.Documents;
using Coordination.Platform;

namespace Coordination.Tests.Conformance;

/// <summary>Every genuine alert and incident of others is a report, or is held for a reason that is said; only what is hostile is refused.</summary>
public sealed class CapCases
{
    private static readonly IntakeRules Rules = new(PackageReader.Read("cn-default"));

    [Fact]
    public void Each_genuine_document_is_a_report_or_waits_with_its_reason()
    {
        var found = Directory.GetFiles(Cases.At("cap"), "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".cap" or ".xml" or ".atom" or ".rss" or ".edxlde")
            .Where(f => !Path.GetFileName(f).StartsWith("xee.", StringComparison.Ordinal)).ToDictionary(f => Path.GetFileName(f), f => Why(Read(File.ReadAllBytes(f))));
        Assert.True(found.Count >= 45, $"{found.Count} files.");
        // A feed is many alerts or none.
        Assert.All(found.Where(f => Path.GetExtension(f.Key) is ".cap" or ".xml" && !f.Key.Contains("errors", StringComparison.Ordinal)), f => Assert.NotEqual(DocumentReason.NotOneAlert, f.Value));
        var reports = found.Where(f => f.Value is null).Select(f => f.Key).ToList();
        foreach (var genuine in (string[])["thunderstorm.cap", "canada.cap", "canada_signed.cap", "earthquake.cap", "earthquake-iso8859-1.cap", "earthquake_signed.cap", "weather.cap", "australia.cap", "wcatwc-warning.cap", "v1dot2_appendix_adot2.xml", "v1dot0_appendix_adot2.xml"])
            Assert.Contains(genuine, reports);
        Assert.All(found.Where(f => f.Key.Contains("appendix_adot4", StringComparison.Ordinal) || f.Key.StartsWith("KAR0", StringComparison.Ordinal)), f => Assert.Equal(DocumentReason.PersonSought, f.Value));
    }

    [Fact]
    public void An_attack_by_entities_is_refused() =>
        Assert.All(Directory.GetFiles(Cases.At("cap", "google-testdata"), "xee.*"), f => Assert.Throws<XmlException>(() => Read(File.ReadAllBytes(f))));

    [Fact]
    public void A_transfer_of_a_call_is_no_incident_and_no_person_of_it_is_read()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Cases.At("eido"), "Sample_call_transfer_EIDO.json")));
        var reading = EidoIncident.Read(json.RootElement, Rules.Messages);
        Assert.Equal((DocumentReason.NotOneAlert, "idx.state.pa.us", ""), (reading.Fault, reading.Sender, reading.Text));
        Assert.Null(reading.Point);
    }

    /// <summary>As judged at the moment when it was sent, where the source's area is known.</summary>
    private static DocumentReason? Why(DocumentReading reading) => Judgement.Why(reading, new(reading.Sent ?? DateTimeOffset.UnixEpoch, reading.Status == DocumentStatus.Exercise, false, false, false, true));

    private static DocumentReading Read(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return CapAlert.Read(MarkedUp.Read(stream), Rules.Messages, Rules.Documents);
    }
}
