using Coordination.PublicInformation.Cap;
using static Coordination.Tests.Unit.PublicInformation.Cap.CapScene;

namespace Coordination.Tests.Unit.PublicInformation.Cap;

/// <summary>Whoever reads an alert in force can tell whose word it is.</summary>
public sealed class ActiveAlertTests
{
    [Fact]
    public void It_says_who_brought_it_and_whether_a_trusted_key_signed_it()
    {
        var (signed, plain, own) = (Told(Message("a", 0, agency: "water", isTrusted: true)), Told(Message("b", 0, agency: "water")), Told(Message("c", 0, agency: "county", isHere: true)));
        Assert.Equal(("water", "Valid"), (signed.BroughtBy, $"{Assert.Single(signed.Signatures).Facts[0]}"));
        Assert.Equal(("water", 0), (plain.BroughtBy, plain.Signatures.Count(s => s.IsTrusted)));
        Assert.Equal(("county", true, 0), (own.BroughtBy, own.IsHere, own.Signatures.Count));
    }

    private static ActiveAlert Told(CapMessage message) => ActiveAlert.Of(new(message, []), null);
}
