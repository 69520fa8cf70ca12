using Coordination.CommandLine.Servers;
using Coordination.CommandLine.Up;
using Coordination.Platform;
using Coordination.Tests.Functional.Platform;

namespace Coordination.Tests.Functional;

/// <summary>
/// A whole region as separate processes: each service its own, a private PostgreSQL and RabbitMQ, the issuer and the gateway, as
/// <c>coord up</c> starts them. All scenarios of the assembly share it, one after the other.
/// </summary>
[CollectionDefinition]
public sealed class DistributedRegion : Region, IAsyncLifetime, ICollectionFixture<DistributedRegion>
{
    private const string Name = "test";

    /// <summary>Agencies that keep their own resources, each in a process with a role, a schema and a queue of its own.</summary>
    private static IReadOnlyList<string> OwnInstances => Drills.OwnBooks.All;

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"coordination-{Guid.NewGuid():N}");
    private LocalRegion? running;
    private LocalIssuer? issuer;

    public override Uri Address => running!.Address;

    public override Uri GrpcAddress => running!.GrpcAddress;

    protected override IReadOnlyList<string> Services { get; } = [.. Programs.Services, .. OwnInstances];

    internal LocalRegion Running => running!;

    internal string Folder => folder;

    /// <summary>Where connection strings are; agencies' own among them.</summary>
    internal string Secrets => Path.Combine(folder, "secrets");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        var settings = new UpSettings(folder, null, null, Services, Free(), Free(), Name)
        {
            Place = (_, part, _) => Task.FromResult(part.Name == "exchange"
                ? part with { Environment = new Dictionary<string, string>(part.Environment) { ["COORDINATION_WEBHOOK_ALLOW"] = Exchange.Receiver.Allowed } } : part),
        };
        running = await LocalRegion.StartAsync(settings, _ => { }, CancellationToken.None);
        await running.ReadyAsync(TimeSpan.FromMinutes(3), CancellationToken.None);
        issuer = LocalIssuer.Open(Path.Combine(folder, "issuer"), Name, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        CloseChannels();
        if (running is not null) await running.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    /// <summary>
    /// Kills a process without a warning, and waits until it has been started again and is ready. The limit is as long as that of the first start; when it is
    /// over, what the process said is the message.
    /// </summary>
    internal async Task KillAsync(string part)
    {
        var process = running!.Parts.First(p => p.Part.Name == part);
        var before = process.View.Restarts;
        await process.KillAsync();
        await ProbeRegion.UntilAsync(() => Task.FromResult(process.View.Restarts > before));
        await running.ReadyAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
    }

    /// <summary>What the agency's provider gives to a system of the agency.</summary>
    internal string TokenOf(string agency, string role) => Token(agency, [role], $"{agency}-system");

    protected override string Token(string agency, IReadOnlyList<string> roles, string subject) => issuer!.Token(agency, roles, subject);

    private static Uri Free() => new($"http://127.0.0.1:{ServerProcess.FreePort()}");
}
