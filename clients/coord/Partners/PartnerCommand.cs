using System.CommandLine;
using Coordination.CommandLine.Partners.EdxlRm;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Partners;

/// <summary><c>coord partner check</c>: whether an agency's own endpoint does what a region and other agencies count on.</summary>
internal static class PartnerCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    internal static Command Command()
    {
        var url = new Argument<Uri>("URL") { Description = "The agency's endpoint.", CustomParser = RegionUrl.Parse };
        var kind = new Option<string>("--kind") { Description = "What it is: webhook, cap-feed or edxl-rm.", DefaultValueFactory = _ => "webhook" };
        kind.AcceptOnlyFromAmong("webhook", "cap-feed", "edxl-rm");
        var secret = new Option<string?>("--secret") { Description = "The webhook's secret (whsec_...), as the endpoint knows it; COORDINATION_WEBHOOK_SECRET." };
        var json = Listing.Json();
        var check = new Command(
            "check", "Plays conformance cases against an agency's endpoint. Exit status 1 when one fails. An endpoint that wants a bearer token is given COORDINATION_PARTNER_TOKEN.") { url, kind, secret, json };
        check.SetAction((parsed, ct) => Attempt.RunAsync(async () =>
        {
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(15), MaxResponseContentBufferSize = 8 * 1024 * 1024 };
            var token = Environment.GetEnvironmentVariable("COORDINATION_PARTNER_TOKEN") is { Length: > 0 } set ? set : null;
            var at = parsed.GetRequiredValue(url);
            var cases = parsed.GetRequiredValue(kind) switch
            {
                "cap-feed" => CapFeedCases.PlayAsync(http, at, ct),
                "edxl-rm" => new EdxlRmCases(new RmDoor(http, at, token), TimeProvider.System, Patience).PlayAsync(ct),
                _ => WebhookCases.PlayAsync(http, at, Secret(parsed.GetValue(secret)), TimeProvider.System, ct),
            };
            return await PrintAsync(cases, parsed.GetValue(json));
        }));
        return new("partner", "For agencies that connect their own systems.") { check };
    }

    private static string Secret(string? given) => given ?? Environment.GetEnvironmentVariable("COORDINATION_WEBHOOK_SECRET")
        ?? throw new RegionException(Language.Say($"A webhook is checked with its secret: --secret, or COORDINATION_WEBHOOK_SECRET."));

    private static async Task<int> PrintAsync(IAsyncEnumerable<CaseResult> cases, bool isJson)
    {
        var results = new List<CaseResult>();
        await foreach (var result in cases)
        {
            results.Add(result);
            Terminal.Progress(Language.Say($"{results.Count} cases, {results.Count(r => !r.IsGood)} failed"));
        }
        var failed = results.Count(r => !r.IsGood);
        Listing.Print(isJson, null, ["result", "rule", "found"], [.. results.Select(r => (object?[])[r.IsGood ? "ok" : "FAILED", r.Rule, r.Found])]);
        if (!isJson) Console.WriteLine(failed == 0 ? Language.Say($"Every case passed.") : Language.Say($"{failed} cases failed."));
        return failed == 0 ? Exit.Good : Exit.Bad;
    }
}

/// <param name="Rule">What is expected, as a sentence.</param>
/// <param name="IsGood">True when it was so.</param>
/// <param name="Found">What was seen.</param>
internal sealed record CaseResult(string Rule, bool IsGood, string Found);
