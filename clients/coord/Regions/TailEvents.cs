using System.CommandLine;
using System.Net.Http.Headers;
using Coordination.CommandLine.Drills;

namespace Coordination.CommandLine.Regions;

/// <summary><c>coord events tail</c>: the region's log as it grows, one CloudEvent a line. A broken stream resumes after the last event, missing and repeating nothing.</summary>
internal static class TailEvents
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

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
        while (count > 0 && !ct.IsCancellationRequested)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
                request.Headers.Add("Last-Event-ID", $"{after}");
                if (!region.IsSomebody) request.Headers.Authorization = new("Bearer", await region.TokenAsync(Observers.Control.Agency!, Observers.Control.Roles, null, ct));
                using var response = await region.OpenAsync(request, ct);
                if (!response.IsSuccessStatusCode) throw new RegionException(Language.Say($"GET {path} gave {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(ct)}"));
                using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(ct));
                var id = after;
                while (count > 0 && await lines.ReadLineAsync(ct) is { } line)
                {
                    if (line.StartsWith("id: ", StringComparison.Ordinal)) id = long.Parse(line.AsSpan(4), System.Globalization.CultureInfo.InvariantCulture);
                    if (!line.StartsWith("data: ", StringComparison.Ordinal)) continue;
                    await to.WriteLineAsync((show is null ? line[6..] : show(line[6..])).AsMemory(), ct);
                    await to.FlushAsync(ct);
                    (after, count) = (id, count - 1);
                }
            }
            catch (Exception e) when (e is IOException or HttpIOException && !ct.IsCancellationRequested)
            {
                // The stream broke: it is opened again after the last event that was printed.
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            if (count > 0) await Task.Delay(Pause, ct).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }
}
