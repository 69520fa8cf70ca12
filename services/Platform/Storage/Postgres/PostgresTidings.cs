using System.Threading.Channels;
using Npgsql;

namespace Coordination.Platform;

/// <summary>Wakes the loops of the other replicas through PostgreSQL's notifications. They carry no data, and each loop has its backstop when one is lost.</summary>
internal sealed class PostgresTidings(NpgsqlDataSource source, PostgresAddress address, Wakes wakes, SealedWatch watch, TimeProvider time) : IDisposable
{
    private readonly string own = Guid.NewGuid().ToString("N");
    private readonly Channel<Tiding> written = Channel.CreateBounded<Tiding>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Channel<Tiding> hasSealed = Channel.CreateBounded<Tiding>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly Channel<Tiding> access = Channel.CreateBounded<Tiding>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    internal void Tell(Tiding tiding) => (tiding switch { Tiding.Written => written, Tiding.Sealed => hasSealed, _ => access }).Writer.TryWrite(tiding);

    internal Task RunAsync(CancellationToken ct) => Task.WhenAll(
        KeepAsync(HearAsync, ct), KeepAsync(c => SayAsync(written.Reader, c), ct), KeepAsync(c => SayAsync(hasSealed.Reader, c), ct), KeepAsync(c => SayAsync(access.Reader, c), ct));

    public void Dispose()
    {
        written.Writer.TryComplete();
        hasSealed.Writer.TryComplete();
        access.Writer.TryComplete();
    }

    private async Task KeepAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await work(ct);
            }
            catch (Exception e) when (PostgresFaults.IsLoss(e))
            {
                await Task.Delay(TimeSpan.FromSeconds(1), time, ct);
            }
        }
    }

    private async Task HearAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(address.ForListening);
        await connection.OpenAsync(ct);
        connection.Notification += (_, e) => Heard(e.Payload);
        await using var listen = new NpgsqlCommand($"LISTEN \"coordination_{address.Schema}\"", connection);
        await listen.ExecuteNonQueryAsync(ct);
        // What was said while nobody listened.
        wakes.All(time.GetUtcNow());
        watch.Pulse();
        while (true) await connection.WaitAsync(ct);
    }

    private void Heard(string payload)
    {
        if (payload.Split(' ') is not [var what, var from] || from == own) return;
        if (what == nameof(Tiding.Written)) wakes.Journal.Pulse();
        if (what == nameof(Tiding.Access)) wakes.Access.Pulse();
        if (what != nameof(Tiding.Sealed)) return;
        wakes.Sealed.Pulse();
        watch.Pulse();
    }

    private async Task SayAsync(ChannelReader<Tiding> tidings, CancellationToken ct)
    {
        await foreach (var tiding in tidings.ReadAllAsync(ct))
        {
            // A tiding is a commit to the database; what may be lost is not worth a flush.
            await using var notify = source.CreateCommand("SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, $2)");
            notify.Parameters.Add(new() { Value = $"coordination_{address.Schema}" });
            notify.Parameters.Add(new() { Value = $"{tiding} {own}" });
            await notify.ExecuteNonQueryAsync(ct);
        }
    }
}
