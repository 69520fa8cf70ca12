using Coordination.Exchange.Webhooks;

namespace Coordination.Tests.Unit.Exchange;

public sealed class WebhookSecretTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /// <summary>The specification's own example.</summary>
    [Fact]
    public void A_signature_is_that_of_the_specification() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSecret.Sign([Secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, """{"test": 2432232314}"""u8));

    [Fact]
    public void Two_secrets_give_two_signatures_newest_first()
    {
        var newer = WebhookSecret.Make();
        var both = WebhookSecret.Sign([newer, Secret], "id", 1, "{}"u8);
        Assert.Equal($"{WebhookSecret.Sign([newer], "id", 1, "{}"u8)} {WebhookSecret.Sign([Secret], "id", 1, "{}"u8)}", both);
    }

    [Fact]
    public void A_secret_is_32_random_bytes_behind_its_prefix()
    {
        var (one, other) = (WebhookSecret.Make(), WebhookSecret.Make());
        Assert.NotEqual(one, other);
        Assert.StartsWith("whsec_", one, StringComparison.Ordinal);
        Assert.Equal(32, Convert.FromBase64String(one["whsec_".Length..]).Length);
    }
}
