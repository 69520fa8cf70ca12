using Coordination.CommandLine.Partners;
using Coordination.Contracts;
using Coordination.Tests.Functional.Exchange;

namespace Coordination.Tests.Functional.Partners;

/// <summary>The kit tells a careful receiver from a careless one, and names the rule.</summary>
public sealed class WebhookCheckTests : IAsyncLifetime
{
    private const string Secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private Receiver receiver = null!;
    private Uri url = null!;

    public async ValueTask InitializeAsync()
    {
        receiver = await Receiver.StartAsync();
        url = receiver.Url;
    }

    [Fact]
    public async Task A_receiver_that_checks_signatures_passes_every_case()
    {
        receiver.Answer = (parcel, http) =>
        {
            string? Of(string header) => parcel.Headers.GetValueOrDefault(header);
            if (!StandardWebhook.IsGenuine(Secret, Of("webhook-id"), Of("webhook-timestamp"), Of("webhook-signature"), parcel.Body, DateTimeOffset.UtcNow)) http.Response.StatusCode = 401;
            return Task.CompletedTask;
        };
        var results = await PlayAsync();
        Assert.Equal(12, results.Count);
        Assert.All(results, r => Assert.True(r.IsGood, $"{r.Rule}: {r.Found}"));
    }

    [Fact]
    public async Task A_receiver_that_takes_everything_fails_the_forgers_cases_and_no_other()
    {
        var results = await PlayAsync();
        Assert.Equal(
            [
                "An event without a signature is refused", "Another's signature is refused", "A body that was changed on the way is refused", "Another id under a true signature is refused",
                "A delivery of ten minutes ago is refused", "A delivery of ten minutes ahead is refused",
            ],
            results.Where(r => !r.IsGood).Select(r => r.Rule));
    }

    [Fact]
    public async Task A_receiver_that_redirects_or_fails_takes_nothing()
    {
        receiver.Answer = Receiver.Status(302);
        Assert.Contains("redirect", (await PlayAsync())[0].Found, StringComparison.Ordinal);
        receiver.Answer = Receiver.Status(500);
        Assert.All(await PlayAsync(), r => Assert.False(r.IsGood, r.Rule));
    }

    [Fact]
    public async Task A_receiver_that_is_not_there_is_said_in_words()
    {
        await receiver.DisposeAsync();
        Assert.All(await PlayAsync(), r => Assert.Contains("refused", r.Found, StringComparison.OrdinalIgnoreCase));
    }

    public async ValueTask DisposeAsync() => await receiver.DisposeAsync();

    private async Task<List<CaseResult>> PlayAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var results = new List<CaseResult>();
        await foreach (var result in WebhookCases.PlayAsync(http, url, Secret, TimeProvider.System, TestContext.Current.CancellationToken)) results.Add(result);
        return results;
    }
}
