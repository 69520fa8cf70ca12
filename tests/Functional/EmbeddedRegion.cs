using System.Text.Json;
using Coordination.Contracts;
using Coordination.Host;
using Coordination.Platform;
using Microsoft.Extensions.Configuration;

namespace Coordination.Tests.Functional;

/// <summary>A whole region in this process: SQLite files in a folder of its own, a real listener on loopback.</summary>
public sealed class EmbeddedRegion : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"coordination-{Guid.NewGuid():N}");
    private RunningRegion? running;

    /// <summary>Its data folder.</summary>
    public string Folder => folder;

    public Uri Address => new(running!.Address);

    internal RunningRegion Running => running!;

    public async ValueTask InitializeAsync() => running = await StartAsync();

    /// <summary>Stops cleanly and starts again on the same files.</summary>
    public async Task RestartAsync()
    {
        await running!.DisposeAsync();
        running = await StartAsync();
    }

    /// <summary>A client that acts for an agency in some roles. Another subject is another person.</summary>
    public ApiClient As(string agency, params string[] roles) => AsPerson($"{agency}-{string.Join('-', roles)}", agency, roles);

    public ApiClient AsPerson(string subject, string agency, params string[] roles) =>
        new(Address, running!.Issuer!.Token(agency, roles, subject));

    public ApiClient Anonymous() => new(Address, null);

    /// <summary>Waits until every journal is sealed, every event taken, and no clock is overdue: twice in a row with the same heads.</summary>
    public async Task QuietAsync(Guid? exercise = null)
    {
        var reader = As("region", Roles.Operator);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (string? before = null; ;)
        {
            var states = new List<JsonElement>();
            foreach (var app in running!.Apps)
                states.Add(await reader.GetJsonAsync($"/v1/{app.Instance.Name}/journal{(exercise is { } id ? $"?exercise={id}" : "")}"));
            var quiet = states.TrueForAll(s => s.GetProperty("unsealed").GetInt32() == 0 && s.GetProperty("unpublished").GetInt64() == 0
                && s.GetProperty("deferred").GetInt32() == 0 && s.GetProperty("overdue").GetInt32() == 0)
                && (exercise is null || states.Select(s => s.GetProperty("exerciseVersion").GetInt32()).Distinct().Count() == 1);
            var heads = string.Join(',', states.Select(s => s.GetProperty("head").GetInt64()));
            if (quiet && heads == before) return;
            before = quiet ? heads : null;
            if (limit.IsCancellationRequested) throw new TimeoutException($"The region does not come to rest: {string.Join("; ", states)}");
            await Task.Delay(10);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (running is not null) await running.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private Task<RunningRegion> StartAsync() => RunningRegion.StartAsync(
        Arguments.Parse([], RegionModules.All), RegionModules.All, Settings(folder), TimeProvider.System);

    internal static IConfiguration Settings(string folder) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["COORDINATION_DATA"] = folder,
        ["COORDINATION_REGION"] = "test",
        ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
    }).Build();
}
