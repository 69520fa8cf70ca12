using System.Diagnostics;
using System.Security.Cryptography;
using Coordination.CommandLine.Provisioning;
using Coordination.CommandLine.Servers;

namespace Coordination.CommandLine.Up;

/// <summary>A whole region on this machine, each service a process of its own behind the gateway, on a broker and a database that are given or private.</summary>
internal sealed class LocalRegion : IAsyncDisposable
{
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly UpSettings settings;
    private readonly List<RunningPart> parts = [];

    private LocalRegion(UpSettings settings) => (this.settings, Logs) = (settings, new(Path.Combine(settings.Data, "log")));

    internal Uri Address => settings.Url;

    internal Uri GrpcAddress => settings.GrpcUrl;

    internal IReadOnlyList<RunningPart> Parts => parts;

    internal ProcessLogs Logs { get; }

    internal LocalPostgres? Postgres { get; private set; }

    internal LocalRabbit? Rabbit { get; private set; }

    /// <summary>Starts the servers that are not given, provisions them, and starts every process. The processes may not be ready yet.</summary>
    /// <exception cref="ServerException">A program is missing, or a server does not start; says what to do.</exception>
    internal static async Task<LocalRegion> StartAsync(UpSettings settings, Action<string> say, CancellationToken ct)
    {
        var region = new LocalRegion(settings);
        try
        {
            await region.StartAsync(say, ct);
            return region;
        }
        catch
        {
            await region.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until every process is ready.</summary>
    /// <exception cref="ServerException">One was not, in time; says its last lines.</exception>
    internal async Task ReadyAsync(TimeSpan limit, CancellationToken ct)
    {
        var since = Stopwatch.StartNew();
        while (parts.Find(p => p.View.State != PartState.Ready) is { } waiting)
        {
            if (since.Elapsed > limit) throw new ServerException(Language.Say($"{waiting.Part.Name} is not ready: {waiting.Said}"));
            await Task.Delay(50, ct);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The door first, then who is behind it, then what they stand on.
        foreach (var gateway in parts.Where(p => p.Part.Name == "gateway")) await gateway.DisposeAsync();
        await Task.WhenAll(parts.Where(p => p.Part.Name != "gateway").Select(p => p.DisposeAsync().AsTask()));
        await Task.WhenAll(Rabbit?.DisposeAsync().AsTask() ?? Task.CompletedTask, Postgres?.DisposeAsync().AsTask() ?? Task.CompletedTask);
        Logs.Dispose();
        http.Dispose();
    }

    private async Task StartAsync(Action<string> say, CancellationToken ct)
    {
        NeededServers.Demand(settings.Database is not null, settings.Broker is not null);
        Directory.CreateDirectory(settings.Data);
        var plan = Plan.Of(settings);
        await Task.WhenAll(StartPostgresAsync(say, ct), StartRabbitAsync(say, ct));
        say(Language.Say($"Provisioning users, schemas, exchanges and queues"));
        await ProvisionAsync(ct);
        foreach (var instance in settings.Distinct.Where(i => settings.ReplicasOf(i) > 1)) await ShareKeyAsync(settings.KeyOf(instance), ct);
        foreach (var part in plan) parts.Add(new RunningPart(settings.Place is { } place ? await place(this, part, ct) : part, http, Logs));
        parts.ForEach(p => p.Start());
    }

    private async Task StartPostgresAsync(Action<string> say, CancellationToken ct)
    {
        if (settings.Database is not null) return;
        say(Language.Say($"Starting a private PostgreSQL"));
        Postgres = await LocalPostgres.StartAsync(Path.Combine(settings.Data, "postgres"), ct);
    }

    private async Task StartRabbitAsync(Action<string> say, CancellationToken ct)
    {
        if (settings.Broker is not null) return;
        say(Language.Say($"Starting a private RabbitMQ"));
        Rabbit = await LocalRabbit.StartAsync(Path.Combine(settings.Data, "rabbitmq"), ct);
    }

    /// <summary>Made once: what was sealed stays readable, also when a second replica is added later.</summary>
    private static async Task ShareKeyAsync(string file, CancellationToken ct)
    {
        if (File.Exists(file)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await Secret.WriteAsync(file, RandomNumberGenerator.GetBytes(32), ct);
    }

    private async Task ProvisionAsync(CancellationToken ct)
    {
        await DatabaseProvision.RunAsync(settings.Database ?? Postgres!.AdminConnection, settings.Distinct, settings.Secrets, ct);
        var management = settings.Broker ?? Rabbit!.Management;
        await BrokerProvision.ForRegion(management).RunAsync(settings.Distinct, settings.Secrets, null, ct);
        await new AgencyProvision(management).RunAsync(settings.Agencies, settings.Secrets, null, ct);
    }
}
