using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Coordination.Contracts.Events;
using Coordination.PublicInformation.Alerts;
using Coordination.PublicInformation.Cap;
using FsCheck;
using FsCheck.Fluent;
using static Coordination.Tests.Unit.PublicInformation.AlertScene;

namespace Coordination.Tests.Unit.PublicInformation;

/// <summary>What this region signs its own reader finds signed, and whatever is changed in it is found.</summary>
public sealed class CapSignerTests
{
    private static readonly X509Certificate2 Certificate = Make();
    private static readonly string[] Pieces = ["水", "a", "\r", "\n", "\r\n", "\t", " ", "  ", "&", "<b>", "]]>", "\"", "'", "😀", "\u0085", "\u2028", "é", "e\u0301", "\u00A0", "<!--", "&#13;"];

    private static byte[] Signed(Alert alert) => CapSigner.Sign(CapDocument.Write(alert, new AlertSettings()), Certificate);

    private static IReadOnlyList<CapSignatureFact> Facts(byte[] document, string? key = null)
    {
        var trust = new CapTrust(T0, new Dictionary<string, List<string>> { ["luohu@shenzhen"] = [key ?? SignedAlert.KeyOf(Certificate)] });
        return CapBody.Read(document, trust).Item1 is { Alerts: [{ Signatures: [var signature] }] } ? signature.Facts : [];
    }

    [Fact]
    public void Its_own_reader_finds_it_valid_by_a_key_that_is_named_and_valid_by_a_stranger_else()
    {
        var document = Signed(Issued());
        Assert.Equal([CapSignatureFact.Valid], Facts(document));
        Assert.Equal([CapSignatureFact.Valid, CapSignatureFact.UntrustedKey], Facts(document, "00"));
    }

    [Fact]
    public void It_is_valid_whatever_the_alert_says() => Prop.ForAll(Gen.Choose(0, Pieces.Length - 1).NonEmptyListOf().ToArbitrary(), pieces =>
    {
        var words = string.Concat(pieces.Select(n => Pieces[n]));
        var (draft, _) = Write(Request() with { Texts = [Chinese with { Headline = $"东门{words}", Description = words, Instruction = $"{words}走" }, English], Areas = [Dongmen with { Description = $"D{words}" }] });
        Assert.Null(draft!.Approve("bob", T0));
        Assert.Null(draft.Issue(null, T0, T0.AddHours(1)));
        return Facts(Signed(draft)) is [CapSignatureFact.Valid];
    }).QuickCheckThrowOnFailure();

    /// <summary>Between the elements of the alert and in their words: no byte of it can be another one. In the signature itself some can, such as blanks in Base64.</summary>
    [Fact]
    public void Whatever_byte_of_the_alert_is_changed_it_is_valid_no_longer()
    {
        var document = Signed(Issued());
        var (from, to) = (Encoding.UTF8.GetString(document).IndexOf("<identifier", StringComparison.Ordinal), Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(document).Split("<Signature")[0]).Length);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Gen.Choose(from, to - 1).Zip(Gen.Choose(1, 127)).ToArbitrary(), change =>
        {
            var altered = document.ToArray();
            altered[change.Item1] ^= (byte)change.Item2;
            // The end of a line is one however it is written: every reader of XML makes them the same before it looks.
            if ((document[change.Item1], altered[change.Item1]) is ((byte)'\n', (byte)'\r')) return true;
            return !Facts(altered).Contains(CapSignatureFact.Valid);
        }));
    }

    [Fact]
    public void It_holds_in_a_feed_that_carries_the_alert_as_it_is()
    {
        var alert = Encoding.UTF8.GetString(Signed(Issued()));
        var feed = $"<feed xmlns='http://www.w3.org/2005/Atom' xmlns:x='urn:x'><entry><content>{alert[alert.IndexOf("<alert", StringComparison.Ordinal)..]}</content></entry></feed>";
        Assert.Equal([CapSignatureFact.Valid], Facts(Encoding.UTF8.GetBytes(feed)));
    }

    [Fact]
    public void A_cancellation_is_signed_as_well() =>
        Assert.Equal([CapSignatureFact.Valid], Facts(Signed(Issued(T0.AddMinutes(50), references: Issued(), type: AlertMessageType.Cancel))));

    private static X509Certificate2 Make()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=alerts", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(T0.AddDays(-1), T0.AddDays(1));
    }
}
