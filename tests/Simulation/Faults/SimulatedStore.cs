using System.Data.Common;
using Coordination.Platform;
using Microsoft.Data.Sqlite;

namespace Coordination.Tests.Simulation;

/// <summary>One service's database, in memory, shared by its replicas. The journal, inbox, deferred and clock code runs its real SQL on it.</summary>
internal sealed class SimulatedStore : IDisposable
{
    private bool isOpen;

    internal SimulatedStore(World world)
    {
        Leadership = new Leadership(world);
        Connection = new SqliteConnection("Data Source=:memory:");
        Connection.Open();
        Execute(SimulatedDb.Schema);
    }

    internal SqliteConnection Connection { get; }

    /// <summary>Looks at the head row after each commit.</summary>
    internal Leadership Leadership { get; }

    /// <summary>What a test does to the database behind the code's back, after each commit.</summary>
    internal Action<SimulatedStore>? Sabotage { get; set; }

    /// <summary>Runs work in a transaction that nothing else can see into.</summary>
    internal async Task<(T Value, WriteTransaction Transaction)> RunAsync<T>(Func<WriteTransaction, Task<T>> work, bool commits)
    {
        if (isOpen) throw new InvalidOperationException("Work in a transaction waited for another one.");
        isOpen = true;
        try
        {
            await using DbTransaction open = Connection.BeginTransaction();
            var transaction = new WriteTransaction(Connection, open);
            var running = work(transaction);
            if (!running.IsCompleted) throw new InvalidOperationException("Work waited for the network inside a transaction.");
            var value = await running;
            if (!commits || transaction.IsUndone) return (value, transaction);
            await open.CommitAsync();
            Leadership.Look(this, WatchedJournal.SealingWith);
            return (value, transaction);
        }
        finally
        {
            isOpen = false;
        }
    }

    internal void Execute(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    internal long Count(string from)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM {from}";
        return (long)command.ExecuteScalar()!;
    }

    internal List<T> Read<T>(string sql, Func<SqliteDataReader, T> row)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(row(reader));
        return rows;
    }

    public void Dispose() => Connection.Dispose();
}
