using System.CommandLine;
using System.Net.Sockets;
using Coordination.CommandLine.Drills;
using Coordination.CommandLine.Servers;
using Coordination.CommandLine.Sessions;

namespace Coordination.CommandLine.Regions;

/// <summary><c>coord doctor</c>: what stands between this machine and a region that works, each with what to do about it.</summary>
internal static class Doctor
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    internal static Command Command()
    {
        var (url, json) = (RegionUrl.Option(), Listing.Json());
        var command = new Command("doctor", "Looks for what keeps this machine and a region from working together. Exit status 1 when something is wrong.") { url, json };
        command.SetAction((parsed, ct) => Attempt.RunAsync(async () =>
        {
            var findings = new List<Finding>();
            await foreach (var finding in ExamineAsync(parsed.GetRequiredValue(url), TimeProvider.System, ct)) findings.Add(finding);
            Listing.Print(parsed.GetValue(json), null, ["state", "what", "found"], [.. findings.Select(f => (object?[])[f.IsGood switch { true => "ok", false => "WRONG", null => "-" }, f.What, f.Found])]);
            return findings.Exists(f => f.IsGood == false) ? Exit.Bad : Exit.Good;
        }));
        return command;
    }

    private static async IAsyncEnumerable<Finding> ExamineAsync(Uri url, TimeProvider time, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        yield return Installed(Language.Say($"a broker, for coord up"), LocalRabbit.Find);
        yield return Installed(Language.Say($"a database, for coord up"), () => PostgresPrograms.Find("postgres"));
        var (reached, date) = await ReachAsync(url, ct);
        yield return reached;
        if (reached.IsGood != true) yield break;
        if (date is { } there) yield return Clock(there - time.GetUtcNow());
        await foreach (var service in ServicesAsync(url, ct)) yield return service;
        yield return await SessionAsync(url, ct);
    }

    private static Finding Installed(string what, Func<string> find)
    {
        try
        {
            return new(what, true, find());
        }
        catch (ServerException e)
        {
            return new(what, null, e.Message);
        }
    }

    private static async Task<(Finding, DateTimeOffset?)> ReachAsync(Uri url, CancellationToken ct)
    {
        try
        {
            using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
            using var answer = await http.GetAsync(new Uri(url, "/ready"), ct);
            return (new($"{url}", answer.IsSuccessStatusCode, answer.IsSuccessStatusCode ? Language.Say($"is ready") : Language.Say($"is not ready: {(int)answer.StatusCode}; see the log of the process there")), answer.Headers.Date);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or SocketException)
        {
            return (new($"{url}", false, Language.Say($"does not answer: {e.Message} Start one with coord up, or name it with --url.")), null);
        }
    }

    /// <summary>A token is refused when the clocks of two machines are half a minute apart.</summary>
    private static Finding Clock(TimeSpan apart) => new(Language.Word("clocks"), apart.Duration() < Skew,
        apart.Duration() < Skew ? Language.Say($"agree") : Language.Say($"the region's is {apart.TotalSeconds:0} s from this machine's: set both by NTP"));

    private static async IAsyncEnumerable<Finding> ServicesAsync(Uri url, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var region = RegionClient.At(url);
        var view = await region.ReadAsync(null, "/v1/region", ct);
        yield return new(Language.Word("region"), true, Language.Say($"{view["region"]}, package {view["package"]} {view["version"]}"));
        foreach (var service in view["services"]!.AsArray().Select(s => s!["name"]!.GetValue<string>())) yield return await ServiceAsync(region, service, ct);
    }

    private static async Task<Finding> ServiceAsync(RegionClient region, string service, CancellationToken ct)
    {
        try
        {
            var journal = await region.ReadAsync(Observers.Control, $"/v1/{service}/journal", ct);
            var (deferred, overdue) = (Rest.Count(journal, "deferred"), Rest.Count(journal, "overdue"));
            return new(service, deferred + overdue == 0, deferred > 0 ? Language.Say($"{deferred} events were set aside: coord deferred list")
                : overdue > 0 ? Language.Say($"{overdue} clocks are overdue: is the process overloaded?") : Language.Say($"at rest, or at work"));
        }
        catch (Exception e) when (e is RegionException or HttpRequestException)
        {
            return new(service, null, e.Message);
        }
    }

    private static async Task<Finding> SessionAsync(Uri url, CancellationToken ct)
    {
        try
        {
            if (Session.Read() is not { } session) return new(Language.Word("login"), null, Language.Say($"nobody is logged in: coord login"));
            var reply = await RegionClient.At(url, await Tokens.OfAsync(session, ct)).SendAsync(null, "GET", "/v1/incidents?limit=1", null, null, null, ct);
            return new(Language.Word("login"), reply.Status != 401 && reply.Status < 500, reply.Status == 401 ? Language.Say($"the region takes no token of yours: see docs/tokens.md for what it must hold")
                : reply.Status >= 500 ? Language.Say($"the region answered {reply.Status}; try again") : Language.Say($"{session.Agency ?? session.ClientId} is known"));
        }
        catch (Exception e) when (e is RegionException or HttpRequestException or IOException)
        {
            return new(Language.Word("login"), false, e.Message);
        }
    }

    /// <param name="What">What was looked at.</param>
    /// <param name="IsGood">Null where it matters for some uses only.</param>
    /// <param name="Found">What was found, and what to do.</param>
    private sealed record Finding(string What, bool? IsGood, string Found);
}
