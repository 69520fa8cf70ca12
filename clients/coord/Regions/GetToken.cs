using System.CommandLine;
using Coordination.CommandLine.Drills;

namespace Coordination.CommandLine.Regions;

/// <summary><c>coord token</c>: a token for trying a region out, from its loopback issuer.</summary>
internal static class GetToken
{
    internal static Command Command()
    {
        var agency = new Option<string>("--agency") { Description = "The agency that the token speaks for.", Required = true };
        var roles = new Option<string[]>("--role") { Description = KnownRoles.Described, Required = true, AllowMultipleArgumentsPerToken = true };
        var subject = new Option<string?>("--subject") { Description = "The person or system; some decisions need two different ones." };
        var url = RegionUrl.Option();
        var command = new Command("token", "Prints a token from the region's loopback issuer.") { agency, roles, subject, url };
        command.SetAction((parsed, ct) => Attempt.RunAsync(async () =>
        {
            Console.WriteLine(await RegionClient.At(parsed.GetRequiredValue(url))
                .TokenAsync(parsed.GetRequiredValue(agency), parsed.GetRequiredValue(roles), parsed.GetValue(subject), ct));
            return Exit.Good;
        }));
        return command;
    }
}
