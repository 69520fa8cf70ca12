using Coordination.CommandLine.Servers;
using Coordination.Tests.Functional.Storage;

[assembly: AssemblyFixture(typeof(PrivatePostgres))]

namespace Coordination.Tests.Functional.Storage;

/// <summary>One PostgreSQL server for all tests of this run, started by the first that asks for it.</summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), $"coordination-postgres-{Guid.NewGuid():N}");
    private static readonly Lazy<Task<LocalPostgres>> Started = new(() => LocalPostgres.StartAsync(Folder, CancellationToken.None));

    internal static Task<LocalPostgres> ServerAsync() => Started.Value;

    public async ValueTask DisposeAsync()
    {
        if (!Started.IsValueCreated) return;
        await (await Started.Value).DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
