using System.Text;
using Coordination.PublicInformation.Cap;

namespace Coordination.Tests.Conformance;

/// <summary>A signature says who wrote the alert that is read, or nothing.</summary>
public sealed class CapSignatureTests
{
    private static readonly CapTrust Known = CapHostileTests.Trust with { Keys = new Dictionary<string, List<string>> { ["met@example.org"] = [CapSignedAlert.Digest] } };
    private static readonly byte[] Signed = CapSignedAlert.Make(CapHostileTests.Sound);

    [Fact]
    public void A_key_that_the_package_names_for_the_sender_is_trusted_and_one_of_another_sender_is_not()
    {
        Assert.Equal(["Valid"], Facts(Signed, Known));
        Assert.Equal(["Valid+UntrustedKey"], Facts(Signed, CapHostileTests.Trust));
        Assert.Equal(["Valid+UntrustedKey"], Facts(CapSignedAlert.Make(CapHostileTests.Sound.Replace("<sender>met", "<sender>other", StringComparison.Ordinal)), Known));
    }

    [Fact]
    public void A_word_that_was_changed_makes_it_invalid() => Assert.Equal(["Invalid"], Facts(Encoding.UTF8.GetBytes(Text(Signed).Replace("Water rises", "Water falls", StringComparison.Ordinal)), Known));

    [Fact]
    public void A_certificate_that_ran_out_is_told_apart() =>
        Assert.Equal(["Valid+ExpiredCertificate"], Facts(CapSignedAlert.Make(CapHostileTests.Sound, until: new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), Known));

    [Fact]
    public void A_good_one_beside_a_broken_one_stays_good()
    {
        var both = Text(Signed).Replace("</alert>", "<Signature xmlns='http://www.w3.org/2000/09/xmldsig#'/></alert>", StringComparison.Ordinal);
        Assert.Equal(["Valid", "Malformed"], Facts(Encoding.UTF8.GetBytes(both), Known));
    }

    [Fact]
    public void What_stands_beyond_the_bound_is_not_said_to_be_broken()
    {
        var alert = Text(Signed);
        alert = alert[alert.IndexOf("<alert", StringComparison.Ordinal)..];
        var (read, _) = CapBody.Read(Encoding.UTF8.GetBytes($"<alerts>{string.Concat(Enumerable.Repeat(alert, CapSigned.MostSigned + 1))}</alerts>"), Known);
        var facts = read!.Alerts.Select(a => Assert.Single(Assert.Single(a.Signatures).Facts)).ToList();
        Assert.Equal((CapSignatureFact.Valid, CapSignatureFact.NotChecked), (facts[^2], facts[^1]));
        Assert.Equal([CapSigned.MostSigned, 1], facts.CountBy(f => f).Select(c => c.Value));
        Assert.DoesNotContain(read.Alerts[^1].Signatures, s => s.IsTrusted);
        var many = Text(Signed).Replace("</alert>", string.Concat(Enumerable.Repeat("<Signature xmlns='http://www.w3.org/2000/09/xmldsig#'/>", CapSignatures.Most)) + "</alert>", StringComparison.Ordinal);
        Assert.Equal("NotChecked", Facts(Encoding.UTF8.GetBytes(many), Known)[^1]);
    }

    [Fact]
    public void A_signed_alert_in_a_feed_is_looked_at_as_the_document_that_was_signed()
    {
        var alert = Text(Signed);
        var feed = $"<feed xmlns='http://www.w3.org/2005/Atom'><entry><content>{alert[alert.IndexOf("<alert", StringComparison.Ordinal)..]}</content></entry></feed>";
        Assert.Equal(["Valid"], Facts(Encoding.UTF8.GetBytes(feed), Known));
    }

    /// <summary>The alert that is read is another one than the alert that was signed, which stands within the signature, beside it, or under an id that two bear.</summary>
    [Fact]
    public void Wrapping_is_never_valid()
    {
        var signed = Text(CapSignedAlert.Make(CapHostileTests.Sound, "#a", id: "a"));
        Assert.Equal(["Valid"], Facts(Encoding.UTF8.GetBytes(signed), Known));
        var (start, end) = (signed.IndexOf("<Signature", StringComparison.Ordinal), signed.IndexOf("</alert>", StringComparison.Ordinal));
        var (signature, original) = (signed[start..end], signed[signed.IndexOf("<alert", StringComparison.Ordinal)..start] + "</alert>");
        var forged = original.Replace("Water rises", "All clear", StringComparison.Ordinal);
        foreach (var wrapped in (string[])[
            forged.Replace("Id=\"a\"", "", StringComparison.Ordinal).Replace("</alert>", $"{signature.Replace("</Signature>", $"<Object>{original}</Object></Signature>", StringComparison.Ordinal)}</alert>", StringComparison.Ordinal),
            forged.Replace("</alert>", $"{signature}<parameter>{original}</parameter></alert>", StringComparison.Ordinal),
            forged.Replace("Id=\"a\"", "Id=\"b\"", StringComparison.Ordinal).Replace("</alert>", $"{signature}{original}</alert>", StringComparison.Ordinal)])
            Assert.DoesNotContain(Facts(Encoding.UTF8.GetBytes(wrapped), Known), f => f.Contains("Valid", StringComparison.Ordinal) && !f.Contains("Invalid", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/x"), InlineData("file:///etc/hostname"), InlineData("#xpointer(/)"), InlineData("#elsewhere")]
    public void What_points_elsewhere_is_not_followed(string uri) => Assert.Equal(["Malformed"], Facts(Encoding.UTF8.GetBytes(Text(Signed).Replace("URI=\"\"", $"URI=\"{uri}\"", StringComparison.Ordinal)), Known));

    [Fact]
    public void A_way_of_signing_that_leaves_out_more_is_not_followed() => Assert.Equal(["Malformed"], Facts(
        Encoding.UTF8.GetBytes(Text(Signed).Replace("<Transforms>", "<Transforms><Transform Algorithm='http://www.w3.org/TR/1999/REC-xslt-19991116'/>", StringComparison.Ordinal)), Known));

    private static IReadOnlyList<string> Facts(byte[] bytes, CapTrust trust)
    {
        var (read, refusal) = CapBody.Read(bytes, trust);
        Assert.Null(refusal);
        return [.. read!.Alerts[0].Signatures.Select(s => string.Join('+', s.Facts))];
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
