using System.CommandLine;
using Coordination.CommandLine.Drills;

namespace Coordination.CommandLine.Regions;

/// <summary><c>coord status</c>: what runs in a region and whether it is at rest.</summary>
internal static class ShowStatus
{
    private static readonly string[] Members = ["head", "unsealed", "unpublished", "deferred", "overdue"];

    internal static Command Command()
    {
        var (url, json) = (RegionUrl.Option(), Listing.Json());
        var command = new Command("status", "Shows the services of a region and whether anything is under way. Exit status 1 when events were set aside or clocks are overdue.") { url, json };
        command.SetAction((parsed, ct) => Attempt.RunAsync(async () =>
        {
            var region = RegionClient.At(parsed.GetRequiredValue(url));
            var view = await region.ReadAsync(null, "/v1/region", ct);
            var rows = new List<object?[]>();
            var good = true;
            foreach (var service in view["services"]!.AsArray().Select(s => s!["name"]!.GetValue<string>()))
            {
                var journal = await region.ReadAsync(Observers.Control, $"/v1/{service}/journal", ct);
                rows.Add([service, .. Members.Select(m => journal[m])]);
                good &= journal["deferred"]!.GetValue<int>() == 0 && journal["overdue"]!.GetValue<int>() == 0;
            }
            Listing.Print(parsed.GetValue(json), Language.Say($"region {view["region"]}, package {view["package"]} {view["version"]}"), ["service", .. Members], rows);
            return good ? Exit.Good : Exit.Bad;
        }));
        return command;
    }
}
