using System.CommandLine;
using System.Text.Json;
using Coordination.CommandLine.Provisioning;
using Coordination.CommandLine.Regions;
using Coordination.CommandLine.Servers;

namespace Coordination.CommandLine.Deferred;

/// <summary><c>coord deferred</c>: all that was set aside in a region, in one list: events in the services, messages at the broker.</summary>
internal static class DeferredCommands
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    internal static Command Command()
    {
        var url = RegionUrl.Option();
        var broker = new Option<Uri?>("--broker")
        {
            Description = "The operator's connection to the broker, from the provisioned secrets (operator.broker); COORDINATION_OPERATOR_BROKER. Without it only the services are asked.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("COORDINATION_OPERATOR_BROKER") is { Length: > 0 } set ? new(set) : null,
        };
        var command = new Command("deferred", "What was set aside and waits for an operator.") { List(url, broker) };
        command.Add(OfOne("show", "Shows all that is known of one.", url, broker, ShowAsync));
        command.Add(OfOne("retry", "Has one tried again.", url, broker, (places, id, ct) => DecideAsync(places, p => p.RetryAsync(id, ct), id)));
        command.Add(OfOne("discard", "Gives one up; those of its subject that waited behind it go on.", url, broker, (places, id, ct) => DecideAsync(places, p => p.DiscardAsync(id, ct), id)));
        return command;
    }

    private static Command List(Option<Uri> url, Option<Uri?> broker)
    {
        var json = Listing.Json();
        var command = new Command("list", "Lists all. Exit status 1 when there is anything.") { url, broker, json };
        command.SetAction((parsed, ct) => TryAsync(async () =>
        {
            var items = await AllAsync(await PlacesAsync(parsed.GetRequiredValue(url), parsed.GetValue(broker), ct), ct);
            Listing.Print(parsed.GetValue(json), null, ["id", "where", "type", "source", "error"], [.. items.Select(i => (object?[])[i.Id, i.Where, i.Type, i.Source, i.Error])]);
            return items.Count == 0 ? Exit.Good : Exit.Bad;
        }));
        return command;
    }

    private static Command OfOne(string name, string description, Option<Uri> url, Option<Uri?> broker, Func<IReadOnlyList<IDeferredPlace>, string, CancellationToken, Task<int>> act)
    {
        var id = new Argument<string>("id") { Description = "From the list." };
        var command = new Command(name, description) { id, url, broker };
        command.SetAction((parsed, ct) => TryAsync(async () =>
            await act(await PlacesAsync(parsed.GetRequiredValue(url), parsed.GetValue(broker), ct), parsed.GetRequiredValue(id), ct)));
        return command;
    }

    private static async Task<int> ShowAsync(IReadOnlyList<IDeferredPlace> places, string id, CancellationToken ct)
    {
        var found = (await AllAsync(places, ct)).Where(i => i.Id == id).ToList();
        foreach (var item in found) Console.WriteLine(item.Details.ToJsonString(Indented));
        return found.Count > 0 ? Exit.Good : await NothingAsync(id);
    }

    private static async Task<int> DecideAsync(IReadOnlyList<IDeferredPlace> places, Func<IDeferredPlace, Task<bool>> decide, string id)
    {
        foreach (var place in places)
            if (await decide(place)) return Exit.Good;
        return await NothingAsync(id);
    }

    private static async Task<int> NothingAsync(string id)
    {
        await Console.Error.WriteLineAsync(Language.Say($"Nothing set aside has the id {id}."));
        return Exit.Bad;
    }

    internal static async Task<IReadOnlyList<IDeferredPlace>> PlacesAsync(Uri url, Uri? broker, CancellationToken ct)
    {
        var region = RegionClient.At(url);
        var instances = (await region.ReadAsync(null, "/v1/region", ct))["services"]!.AsArray().Select(s => s!["name"]!.GetValue<string>()).ToList();
        return broker is null ? [new ServiceRows(region, instances)] : [new ServiceRows(region, instances), new FailedQueues(broker, instances)];
    }

    internal static async Task<IReadOnlyList<DeferredItem>> AllAsync(IReadOnlyList<IDeferredPlace> places, CancellationToken ct)
    {
        var items = new List<DeferredItem>();
        foreach (var place in places) items.AddRange(await place.ListAsync(ct));
        return items;
    }

    private static Task<int> TryAsync(Func<Task<int>> work) => Attempt.RunAsync(async () =>
    {
        try
        {
            return await work();
        }
        catch (ServerException e)
        {
            throw new RegionException(e.Message);
        }
    });
}
