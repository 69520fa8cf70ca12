using System.Data;
using Npgsql;

namespace Coordination.Platform;

/// <summary>
/// Changes to a PostgreSQL schema that several replicas share. Each piece of work has a connection and a transaction of its own; they run at once,
/// and the database sees to it that they end as if one had run after the other, which is what the lane of a SQLite file does. Work that met another's
/// is run again from its beginning.
/// </summary>
internal sealed class PostgresLane(NpgsqlDataSource source, TimeProvider time, Action afterDoubt) : IWriteLane, IDisposable
{
    private const int Width = 16;
    private static readonly AsyncLocal<bool> Inside = new();
    private readonly Turns turns = new(Width);

    public bool IsSerial => false;

    public async Task<T> RunAsync<T>(Func<WriteTransaction, Task<T>> work, CancellationToken ct, Guard guard = Guard.Serial)
    {
        if (Inside.Value) throw new InvalidOperationException("Work in a transaction must not wait for another one.");
        var attempts = new Attempts();
        while (true)
        {
            try
            {
                using var turn = await turns.EnterAsync(attempts.IsAlone, ct);
                var result = await AttemptAsync(work, guard, attempts, ct);
                if (attempts.HadDoubt) afterDoubt();
                return result;
            }
            catch (Exception e) when (ct.IsCancellationRequested && e is not OperationCanceledException)
            {
                // The database says in its own way that its work was called off.
                throw new OperationCanceledException("The work was called off.", e, ct);
            }
            catch (Exception e) when (e is not OperationCanceledException && attempts.Allow(e))
            {
                attempts.Count(e);
                await Task.Delay(attempts.Pause(e), time, ct);
            }
            catch (Exception e) when (PostgresFaults.IsLoss(e) && e is not StorageUnavailableException && !PostgresFaults.IsDiskFull(e))
            {
                // When the answer to a commit was lost, it may be written, and nobody has looked since.
                throw attempts.HadDoubt ? new CommitInDoubtException(e) : new StorageUnavailableException("The database does not answer.", e);
            }
        }
    }

    public void Dispose() => turns.Dispose();

    private async Task<T> AttemptAsync<T>(Func<WriteTransaction, Task<T>> work, Guard guard, Attempts attempts, CancellationToken ct)
    {
        Inside.Value = true;
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(guard == Guard.Serial ? IsolationLevel.Serializable : IsolationLevel.ReadCommitted, ct);
        if (guard == Guard.Unflushed) await UnflushedAsync(connection, ct);
        Failpoint.Hit("write.begun");
        var unit = new WriteTransaction(connection, transaction, attempts.Allow) { MayBeDone = attempts.IsAgain, TakesCommit = true };
        var backend = connection.ProcessID;
        try
        {
            var result = await work(unit);
            Failpoint.Hit("write.item-done");
            if (unit.IsUndone) return result;
            if (!unit.IsCommitSent)
            {
                unit.IsCommitSent = true;
                Failpoint.Hit("write.before-commit");
                await transaction.CommitAsync(CancellationToken.None);
            }
            Failpoint.Hit("write.after-commit");
            Telemetry.Commits.Add(1, new KeyValuePair<string, object?>("flushed", guard != Guard.Unflushed));
            unit.Committed();
            return result;
        }
        catch (Exception e) when (unit.IsCommitSent && PostgresFaults.IsLoss(e))
        {
            attempts.HadDoubt = true;
            await SettleAsync(backend, e, attempts);
            throw;
        }
        catch (OperationCanceledException) when (unit.IsCommitSent)
        {
            // Nobody waits for it any more, but it may have been written.
            afterDoubt();
            throw;
        }
    }

    private static async Task UnflushedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var set = new NpgsqlCommand("SET LOCAL synchronous_commit TO off", connection);
        await set.ExecuteNonQueryAsync(ct);
    }

    /// <summary>
    /// The commit's answer was lost. Once the database no longer knows the connection, its transaction is over, one way or the other, and the work
    /// that is run again sees which: it finds its own row, or writes it.
    /// </summary>
    private async Task SettleAsync(int backend, Exception lost, Attempts attempts)
    {
        while (true)
        {
            try
            {
                await using var command = source.CreateCommand(
                    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE pid = $1 AND application_name = current_setting('application_name')");
                command.Parameters.Add(new() { Value = backend });
                if (await command.ExecuteScalarAsync() is null or true) return;
            }
            catch (Exception e) when (PostgresFaults.IsLoss(e))
            {
                // Not back yet.
            }
            if (!attempts.IsPatient) throw new CommitInDoubtException(lost);
            await Task.Delay(TimeSpan.FromMilliseconds(100), time);
        }
    }
}
