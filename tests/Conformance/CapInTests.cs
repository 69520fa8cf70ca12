using Coordination.PublicInformation.Cap;

namespace Coordination.Tests.Conformance;

/// <summary>Genuine alerts, feeds and envelopes of others are read whole, with findings; only what is hostile is refused.</summary>
public sealed class CapInTests
{
    private static readonly CapTrust Trust = new(new DateTimeOffset(2026, 11, 29, 8, 0, 0, TimeSpan.Zero), new Dictionary<string, List<string>>());

    [Fact]
    public void Each_file_is_read_and_only_entity_attacks_are_refused()
    {
        var files = Directory.GetFiles(Cases.At("cap"), "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".cap" or ".xml" or ".atom" or ".rss" or ".edxlde").ToList();
        Assert.True(files.Count >= 50, $"{files.Count} files.");
        foreach (var file in files)
        {
            var (read, refusal) = CapBody.Read(File.ReadAllBytes(file), Trust);
            if (Path.GetFileName(file).StartsWith("xee.", StringComparison.Ordinal)) Assert.Equal("cap-dtd", refusal?.Rule);
            else Assert.True(read is not null && (read.Alerts.Count > 0 || read.Findings.Any(f => f.Rule == "no-alert")), $"{file}: {refusal?.Rule}");
        }
    }

    [Theory]
    [InlineData("thunderstorm.cap"), InlineData("canada.cap"), InlineData("australia.cap"), InlineData("weather.cap"), InlineData("canada_signed.cap"), InlineData("weather.atom")]
    public void What_is_right_has_no_finding(string file) => Assert.Empty(Assert.Single(Read(file).Alerts).Findings);

    [Theory]
    [InlineData("invalid.cap", "missing-scope"), InlineData("canada_errors.cap", "references-empty"), InlineData("canada_errors.cap", "missing-references"), InlineData("noaa_errors.cap", "polygon-form")]
    [InlineData("noaa_errors.cap", "polygon-empty"), InlineData("noaa_errors.cap", "missing-severity"), InlineData("weather_invalid.atom", "identifier-characters"), InlineData("no_entries.atom", "outside-entry")]
    [InlineData("no_entries.atom", "element-order"), InlineData("no_optional_fields.cap", "no-info"), InlineData("KAR0-0306112239-SW.cap", "seeks-person"), InlineData("amber.atom", "seeks-person")]
    [InlineData("invalid_element.atom", "feed-unknown-element"), InlineData("no_id.atom", "feed-without-id"), InlineData("no_title.atom", "entry-without-title"), InlineData("no_link.atom", "entry-without-link")]
    [InlineData("invalid.rss", "feed-without-title"), InlineData("bushfire_invalid.edxlde", "value-unknown"), InlineData("bushfire_invalid.edxlde", "missing-identifier"), InlineData("empty_weather_index.atom", "no-alert")]
    public void What_is_wrong_is_read_and_named(string file, string rule)
    {
        var read = Read(file);
        Assert.Contains(rule, read.Findings.Concat(read.Alerts.SelectMany(a => a.Findings)).Select(f => f.Rule));
    }

    [Theory]
    [InlineData("canada_signed.cap", "Malformed", "Valid+UntrustedKey+WeakAlgorithm+ExpiredCertificate"), InlineData("canada_signed.atom", "Malformed", "Valid+UntrustedKey+WeakAlgorithm+ExpiredCertificate")]
    [InlineData("earthquake_signed.cap", "Valid+UntrustedKey+WeakAlgorithm"), InlineData("earthquake-iso8859-1.cap", "Valid+UntrustedKey+WeakAlgorithm"), InlineData("thunderstorm.cap", "Missing")]
    [InlineData("../oasiscap/google-PAAQ-4-mg5a94.xml", "Malformed"), InlineData("../oasiscap/ipaws-5e6dd9de023f1930ef6548d9.xml", "Valid+UntrustedKey+ExpiredCertificate")]
    public void Each_signature_is_looked_at_alone_and_each_fact_is_told_apart(string file, params string[] facts) =>
        Assert.Equal(facts, Assert.Single(Read(file).Alerts).Signatures.Select(s => string.Join('+', s.Facts)));

    [Fact]
    public void Nothing_of_a_person_who_is_looked_for_is_read()
    {
        foreach (var alert in Read("KAR0-0306112239-SW.cap").Alerts.Concat(Read("amber.atom").Alerts))
            Assert.True(alert.SeeksPerson && alert.Infos.All(i => i is { Headline: null, Description: null, Event: null, Areas.Count: 0 }));
    }

    [Fact]
    public void Several_alerts_of_an_envelope_and_their_circles_are_read()
    {
        var alerts = Read("bushfire_valid.edxlde").Alerts;
        Assert.Equal((7, 7), (alerts.Count, alerts.Sum(a => a.Shapes.Count)));
    }

    private static CapBody Read(string file)
    {
        var (read, refusal) = CapBody.Read(File.ReadAllBytes(Path.Combine(Cases.At("cap", "google-testdata"), file)), Trust);
        Assert.Null(refusal);
        return read!;
    }
}
