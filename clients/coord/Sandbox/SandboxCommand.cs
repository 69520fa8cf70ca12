using System.CommandLine;
using System.Text.Json;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Sandbox;

/// <summary><c>coord sandbox</c>: an agency to try against, for those who have no system yet, and a mirror for those who have.</summary>
internal static class SandboxCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    internal static Command Command()
    {
        var (url, json) = (RegionUrl.Option(), new Option<bool>("--json") { Description = "Prints what comes as JSON, one message a line." });
        var at = new Option<Uri>("--at") { Description = "Where the sandbox listens, on loopback.", DefaultValueFactory = _ => new("http://127.0.0.1:8710"), CustomParser = RegionUrl.Parse };
        var agency = new Option<string>("--agency") { Description = "The agency that it is.", DefaultValueFactory = _ => "sandbox" };
        var command = new Command(
            "sandbox", "Runs an agency to try against, beside a development region on this machine, and prints what comes to it until Ctrl-C. It takes part in exercises only.") { url, at, agency, json };
        command.SetAction((parsed, ct) => Attempt.RunAsync(async () =>
        {
            var isJson = parsed.GetValue(json);
            var site = parsed.GetRequiredValue(at);
            await using var sandbox = await SandboxAgency.StartAsync(
                parsed.GetRequiredValue(url), parsed.GetRequiredValue(agency), site, a => Console.WriteLine(isJson ? JsonSerializer.Serialize(a, Json) : Line(a)), ct);
            if (!isJson) Console.WriteLine(Language.Say($"The sandbox is at {site}   its webhook secret, known to all: {HookDesk.KnownSecret}"));
            await Task.Delay(Timeout.InfiniteTimeSpan, ct).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return Exit.Good;
        }));
        return command;
    }

    private static string Line(Arrival a) => $"{a.At.ToLocalTime():HH:mm:ss}  {a.Door,-8} {a.Status}  {a.What}  {a.Why}";
}
