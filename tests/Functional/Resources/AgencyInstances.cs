using System.Text.Json;
using Coordination.Contracts;
using Coordination.Host;
using Coordination.Platform;

namespace Coordination.Tests.Functional.Resources;

/// <summary>A region in which two agencies run an instance of their own beside the one that serves the others.</summary>
public sealed class AgencyInstances : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"coordination-{Guid.NewGuid():N}");
    private RunningRegion? running;

    public async ValueTask InitializeAsync() => running = await RunningRegion.StartAsync(
        Arguments.Parse(["--modules", "resources,resources@fire,resources@police,exchange"], RegionModules.All), RegionModules.All,
        EmbeddedRegion.Settings(folder), TimeProvider.System);

    public ApiClient As(string agency, params string[] roles) =>
        new(new Uri(running!.Address), running.Issuer!.Token(agency, roles, $"{agency}-{string.Join('-', roles)}"));

    /// <summary>Waits until every journal is sealed and taken, twice with the same heads.</summary>
    public async Task QuietAsync()
    {
        var reader = As("region", Roles.Operator);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (string? before = null; ;)
        {
            var states = new List<JsonElement>();
            foreach (var app in running!.Apps) states.Add(await reader.GetJsonAsync($"/v1/{app.Instance.Name}/journal"));
            var quiet = states.TrueForAll(s => s.GetProperty("unsealed").GetInt32() == 0 && s.GetProperty("unpublished").GetInt64() == 0
                && s.GetProperty("deferred").GetInt32() == 0);
            var heads = string.Join(',', states.Select(s => s.GetProperty("head").GetInt64()));
            if (quiet && heads == before) return;
            before = quiet ? heads : null;
            if (limit.IsCancellationRequested) throw new TimeoutException($"No rest: {string.Join("; ", states)}");
            await Task.Delay(10);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (running is not null) await running.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
