using Coordination.CommandLine.Provisioning;
using Coordination.CommandLine.Servers;
using Coordination.CommandLine.Up;
using Npgsql;

namespace Coordination.Tests.Chaos;

/// <summary>
/// Three agencies that keep their own books: each a process with a role, a schema and a queue of its own, behind one gateway. The fire service, which lends,
/// stands at the end of a cable of its own. Nothing else runs: agencies lend to each other without the region's services.
/// </summary>
public sealed class LendingRegion : IAsyncLifetime
{
    internal const string Owner = "fire";

    /// <summary>Borrows too; and lends, broken on purpose, in a test of its own.</summary>
    internal const string Forgetful = "port";
    private static readonly string[] Instances = ["resources@fire", "resources@police", "resources@port"];
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"coordination-lending-{Guid.NewGuid():N}");
    private LocalRegion? running;

    internal static IReadOnlyList<string> Borrowers { get; } = ["police", Forgetful];

    internal Door Door => new(running!.Address) { Services = Instances };

    internal IReadOnlyList<PartView> Parts => [.. running!.Parts.Select(p => p.View)];

    /// <summary>The owner's end of the cable; null where nobody may lay one.</summary>
    internal Remote? Cable { get; private set; }

    internal string LogOf(string test) => Path.Combine(folder, $"{test}.clients");

    internal RunningPart Part(string agency) => running!.Parts.Single(p => p.Part.Name == InstanceOf(agency));

    internal static string InstanceOf(string agency) => $"resources@{agency}";

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        running = await LocalRegion.StartAsync(new UpSettings(folder, null, null, Instances, Free(), Free(), "chaos") { Place = PlaceAsync }, _ => { }, CancellationToken.None);
        await running.ReadyAsync(TimeSpan.FromMinutes(3), CancellationToken.None);
    }

    /// <summary>What every instance has, at one moment.</summary>
    internal async Task<(IReadOnlyList<ServiceCopy> Journals, IReadOnlyList<BookCopy> Books)> CopyAsync(CancellationToken ct) =>
        (await CopyReader.SchemasAsync(running!.Postgres!.AdminConnection, Instances, ct), await BookCopy.SchemasAsync(running.Postgres.AdminConnection, Instances, ct));

    /// <summary>How far an agency's journal goes, asked of its database and not of itself.</summary>
    internal async Task<long> HeadAsync(string agency, CancellationToken ct) => (long)(await AskAsync(agency, "SELECT head FROM journal_head", ct))!;

    /// <summary>Breaks an agency's database on purpose.</summary>
    internal Task SabotageAsync(string agency, string sql, CancellationToken ct) => AskAsync(agency, sql, ct);

    private async Task<object?> AskAsync(string agency, string sql, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(running!.Postgres!.AdminConnection);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand($"SET search_path = \"{DatabaseProvision.RoleOf(InstanceOf(agency))}\"; {sql}", connection);
        return await command.ExecuteScalarAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (running is not null) await running.DisposeAsync();
        if (Cable is not null) await Cable.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private async Task<Part> PlaceAsync(LocalRegion region, Part part, CancellationToken ct)
    {
        if (part.Name != InstanceOf(Owner) || !NetworkNamespace.IsPossible) return part;
        (Cable, var placed) = await Remote.PlaceAsync(region, part, ct);
        return placed;
    }

    private static Uri Free() => new($"http://127.0.0.1:{ServerProcess.FreePort()}");
}
