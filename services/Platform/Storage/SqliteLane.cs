using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Coordination.Platform;

/// <summary>
/// The one writer of a SQLite file. Work that waits is taken together into one <c>BEGIN IMMEDIATE</c> transaction, each piece behind
/// a savepoint, so many callers share one flush. Work that needs none never makes others wait for one, nor waits itself.
/// </summary>
internal sealed class SqliteLane(string connectionString) : IWriteLane, IAsyncDisposable
{
    private const int GroupLimit = 64;
    private static readonly AsyncLocal<bool> Inside = new();
    private readonly Channel<Item> queue = Channel.CreateBounded<Item>(new BoundedChannelOptions(8192) { SingleReader = true });
    private SqliteConnection? connection;
    private Task loop = Task.CompletedTask;

    internal void Start() => loop = Task.Run(LoopAsync);

    public bool IsSerial => true;

    public async Task<T> RunAsync<T>(Func<WriteTransaction, Task<T>> work, CancellationToken ct, Guard guard = Guard.Serial)
    {
        if (Inside.Value) throw new InvalidOperationException("Work in a transaction must not wait for another one.");
        var item = new Item<T>(work, guard == Guard.Unflushed, ct);
        try
        {
            await queue.Writer.WriteAsync(item, ct);
        }
        catch (ChannelClosedException e)
        {
            throw new StorageUnavailableException("The service is stopping.", e);
        }
        return await item.Result;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        if (connection is not { } last) return;
        connection = null;
        await Pragmas.ExecuteAsync(last, "PRAGMA wal_checkpoint(TRUNCATE)", CancellationToken.None);
        await last.DisposeAsync();
        SqliteConnection.ClearPool(new SqliteConnection(connectionString));
    }

    private async Task LoopAsync()
    {
        Inside.Value = true;
        var group = new List<Item>(GroupLimit);
        while (await queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            try
            {
                await CommitGroupAsync(group);
            }
            catch (Exception e)
            {
                foreach (var item in group) item.Fail(e);
                if (connection is not null) await connection.DisposeAsync();
                connection = null;
                if (group.Count == 0 && queue.Reader.TryRead(out var first)) first.Fail(e);
            }
        }
    }

    private async Task CommitGroupAsync(List<Item> group)
    {
        connection ??= await Pragmas.OpenAsync(connectionString, CancellationToken.None);
        var unflushed = queue.Reader.TryPeek(out var first) && first.IsUnflushed;
        // The next flushed commit takes this one with it to the disk: order holds either way.
        if (unflushed) await Pragmas.ExecuteAsync(connection, "PRAGMA synchronous=NORMAL", CancellationToken.None);
        await CommitGroupAsync(connection, group, unflushed);
        if (unflushed) await Pragmas.ExecuteAsync(connection, "PRAGMA synchronous=FULL", CancellationToken.None);
    }

    private async Task CommitGroupAsync(SqliteConnection connection, List<Item> group, bool unflushed)
    {
        await using var transaction = connection.BeginTransaction(deferred: false);
        Failpoint.Hit("write.begun");
        var write = new List<(Item Item, WriteTransaction Transaction)>(GroupLimit);
        while (write.Count < GroupLimit && queue.Reader.TryPeek(out var item) && item.IsUnflushed == unflushed && queue.Reader.TryRead(out item))
        {
            group.Add(item);
            var unit = new WriteTransaction(connection, transaction);
            await transaction.SaveAsync("item");
            if (await item.RunAsync(unit)) await transaction.ReleaseAsync("item");
            else await transaction.RollbackAsync("item");
            write.Add((item, unit));
            Failpoint.Hit("write.item-done");
        }
        Failpoint.Hit("write.before-commit");
        await transaction.CommitAsync();
        Failpoint.Hit("write.after-commit");
        Telemetry.Commits.Add(1, new KeyValuePair<string, object?>("flushed", !unflushed));
        foreach (var (item, unit) in write)
            item.Complete(unit);
    }

    private abstract class Item(bool isUnflushed)
    {
        internal bool IsUnflushed => isUnflushed;

        internal abstract Task<bool> RunAsync(WriteTransaction transaction);
        internal abstract void Complete(WriteTransaction transaction);
        internal abstract void Fail(Exception e);
    }

    private sealed class Item<T>(Func<WriteTransaction, Task<T>> work, bool isUnflushed, CancellationToken ct) : Item(isUnflushed)
    {
        private readonly TaskCompletionSource<T> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Activity? activity = Activity.Current;
        private T? value;
        private Exception? failure;

        internal Task<T> Result => result.Task;

        internal override async Task<bool> RunAsync(WriteTransaction transaction)
        {
            // The lane has a flow of its own; what the work records belongs to the trace of whoever asked for it.
            Activity.Current = activity;
            try
            {
                ct.ThrowIfCancellationRequested();
                value = await work(transaction);
                return !transaction.IsUndone;
            }
            catch (Exception e)
            {
                failure = e;
                return false;
            }
        }

        internal override void Complete(WriteTransaction transaction)
        {
            if (failure is not null)
            {
                Fail(failure);
                return;
            }
            if (!transaction.IsUndone) transaction.Committed();
            result.TrySetResult(value!);
        }

        internal override void Fail(Exception e) => result.TrySetException(e);
    }
}
