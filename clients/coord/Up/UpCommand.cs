using System.CommandLine;
using Coordination.CommandLine.Provisioning;
using Coordination.CommandLine.Regions;
using Coordination.CommandLine.Servers;

namespace Coordination.CommandLine.Up;

/// <summary><c>coord up</c>: a distributed region on this machine, until Ctrl-C. Not for production: its issuer gives tokens to anyone here.</summary>
internal static class UpCommand
{
    internal static Command Command()
    {
        var data = new Option<string>("--data") { Description = "Folder of everything that is kept.", DefaultValueFactory = _ => "data/region" };
        var database = new Option<string?>("--database") { Description = "Administrator's connection string of a PostgreSQL; without it an installed one is started privately." };
        var broker = new Option<Uri?>("--broker") { Description = "Administrator's management address of a RabbitMQ (http://user:password@host:15672); without it an installed one is started privately.", CustomParser = RegionUrl.Parse };
        var instances = new Option<string>("--instances") { Description = "Service instances, a process each; an agency's own is service@agency. One that is named twice runs as two replicas.", DefaultValueFactory = _ => string.Join(',', Programs.Services) };
        var agencies = new Option<string>("--agencies") { Description = "Agencies that take their events by AMQP, separated by commas; their connection strings are in the data folder's secrets.", DefaultValueFactory = _ => "" };
        var url = new Option<Uri>("--url") { Description = "Where the gateway listens, on loopback.", DefaultValueFactory = _ => new("http://127.0.0.1:8700"), CustomParser = RegionUrl.Parse };
        var grpc = new Option<Uri>("--grpc-url") { Description = "Where the gateway listens for gRPC, on loopback.", DefaultValueFactory = _ => new("http://127.0.0.1:8701"), CustomParser = RegionUrl.Parse };
        var region = new Option<string>("--region") { Description = "The region's name.", DefaultValueFactory = _ => "local" };
        var command = new Command("up", "Starts a region of separate processes on this machine and shows them until Ctrl-C. NOT FOR PRODUCTION.") { data, database, broker, instances, agencies, url, grpc, region };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(agencies)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault(a => !AgencyProvision.IsName(a)) is { } odd)
                parsed.AddError(Language.Say($"'{odd}' is no agency: lower-case letters, digits and hyphens, and not 'exercise'."));
        });
        command.SetAction((parsed, ct) => RunAsync(new UpSettings(
            Path.GetFullPath(parsed.GetRequiredValue(data)), parsed.GetValue(database), parsed.GetValue(broker),
            [.. parsed.GetRequiredValue(instances).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            parsed.GetRequiredValue(url), parsed.GetRequiredValue(grpc), parsed.GetRequiredValue(region))
        {
            Agencies = [.. parsed.GetRequiredValue(agencies).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        }, ct));
        return command;
    }

    private static async Task<int> RunAsync(UpSettings settings, CancellationToken ct)
    {
        try
        {
            await using var region = await LocalRegion.StartAsync(settings, Console.WriteLine, ct);
            await Board.ShowAsync(region, ct);
            Console.WriteLine(Language.Say($"Stopping"));
            return Exit.Good;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return Exit.Good;
        }
        catch (Exception e) when (e is ServerException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(Language.Say($"Cannot start: {e.Message}"));
            return Exit.Unable;
        }
    }
}
