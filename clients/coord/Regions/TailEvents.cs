using System.CommandLine;
using Coordination.Client;
using Coordination.Client.Tokens;

namespace Coordination.CommandLine.Regions;

/// <summary><c>coord events tail</c>: the region's log as it grows, one CloudEvent a line. A broken stream resumes after the last event, missing and repeating nothing.</summary>
internal static class TailEvents
{
    internal static Command Command()
    {
        var url = RegionUrl.Option();
        var after = new Option<long>("--after") { Description = "Only events after this position; 0 for all." };
        var type = new Option<string?>("--type") { Description = "Only this event type." };
        var exercise = new Option<string?>("--exercise") { Description = "Only this exercise." };
        var count = new Option<long?>("--count") { Description = "Ends after this many events." };
        var command = new Command("tail", "Prints the region's events as they come, one JSON line each.") { url, after, type, exercise, count };
        command.SetAction((parsed, ct) => Attempt.RunAsync(async () =>
        {
            var filters = new[] { ("type", parsed.GetValue(type)), ("exercise", parsed.GetValue(exercise)) }
                .Where(f => f.Item2 is not null).Select(f => $"{f.Item1}={Uri.EscapeDataString(f.Item2!)}");
            await FollowAsync(
                RegionClient.At(parsed.GetRequiredValue(url)), $"/v1/events?{string.Join('&', filters)}", parsed.GetValue(after), parsed.GetValue(count) ?? long.MaxValue,
                Console.Out, null, ct);
            return Exit.Good;
        }));
        return command;
    }

    /// <summary>Writes events, each as <paramref name="show"/> says, or as it is.</summary>
    internal static async Task FollowAsync(RegionClient region, string path, long after, long count, TextWriter to, Func<string, string>? show, CancellationToken ct)
    {
        try
        {
            // A region that was never there is no stream that broke: it is asked for something first.
            using var tokens = await region.ObserverAsync(ct);
            await foreach (var (_, cloudEvent) in region.With(tokens).Events.FollowAsync(path, after, ct))
            {
                await to.WriteLineAsync((show is null ? cloudEvent : show(cloudEvent)).AsMemory(), ct);
                await to.FlushAsync(ct);
                if (--count <= 0) return;
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Whoever watched has seen enough.
        }
        catch (Exception e) when (e is ProblemException or TokenException)
        {
            throw new RegionException(e.Message);
        }
    }
}
