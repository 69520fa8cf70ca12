using Npgsql;

namespace Coordination.Tests.Functional.Exchange;

/// <summary>Exchange's own table of cursors in a region of processes, as another replica of it reads and writes it.</summary>
internal sealed class ExchangeRows(DistributedRegion region) : IAsyncDisposable
{
    private NpgsqlDataSource? rows;

    internal async Task<long> PositionAsync(Guid subscription) => (await OwnerAsync(subscription)).Position;

    internal async Task<(string Owner, long Position)> OwnerAsync(Guid subscription)
    {
        await using var command = (await OpenAsync()).CreateCommand("SELECT owner, position FROM subscription_cursors WHERE subscription_id = $1");
        command.Parameters.Add(new() { Value = subscription });
        await using var read = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        return await read.ReadAsync(TestContext.Current.CancellationToken) ? (read.GetString(0), read.GetInt64(1)) : ("", 0);
    }

    /// <summary>Another turn, as the taking of a lease is written; the position at which it was taken.</summary>
    internal async Task<long> TakeOverAsync(Guid subscription, string owner, DateTimeOffset until)
    {
        await using var command = (await OpenAsync()).CreateCommand("UPDATE subscription_cursors SET owner = $2, turn = turn + 1, lease_until = $3 WHERE subscription_id = $1 RETURNING position");
        foreach (var value in (object[])[subscription, owner, (until - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond]) command.Parameters.Add(new() { Value = value });
        return Assert.IsType<long>(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    public ValueTask DisposeAsync() => rows?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task<NpgsqlDataSource> OpenAsync() => rows ??= NpgsqlDataSource.Create(await File.ReadAllTextAsync(Path.Combine(region.Secrets, "exchange.database")));
}
