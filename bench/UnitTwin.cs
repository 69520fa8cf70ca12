using Npgsql;

namespace Coordination.Bench;

/// <summary>
/// The floor of a reservation: one statement on a pooled connection takes the row, if it is free, and writes the event of it; one round trip, one commit.
/// The call names its unit, so there is nothing to skip: who comes second waits for the first one's commit, as it must to be refused for good.
/// </summary>
internal sealed class UnitTwin : IUnits, IAsyncDisposable
{
    private readonly NpgsqlDataSource db;

    private UnitTwin(NpgsqlDataSource db) => this.db = db;

    internal static async Task<UnitTwin> OpenAsync(string database)
    {
        var twin = new UnitTwin(NpgsqlDataSource.Create(database + ";Max Auto Prepare=20"));
        await using var make = twin.db.CreateCommand("CREATE SCHEMA IF NOT EXISTS bench; CREATE TABLE IF NOT EXISTS bench.unit (id uuid PRIMARY KEY, holder uuid); CREATE TABLE IF NOT EXISTS bench.lease (seq bigserial PRIMARY KEY, body bytea)");
        await make.ExecuteNonQueryAsync();
        return twin;
    }

    public async Task<IReadOnlyList<Guid>> RegisterAsync(int count, CancellationToken ct)
    {
        Guid[] units = [.. Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7())];
        await using var insert = db.CreateCommand("INSERT INTO bench.unit SELECT unnest($1), NULL");
        insert.Parameters.Add(new() { Value = units });
        await insert.ExecuteNonQueryAsync(ct);
        return units;
    }

    public async Task<bool> TakeAsync(Guid unit)
    {
        var holder = Guid.CreateVersion7();
        await using var connection = await db.OpenConnectionAsync();
        await using var take = new NpgsqlCommand("""
            WITH taken AS (UPDATE bench.unit SET holder = $2 WHERE id = $1 AND holder IS NULL RETURNING id)
            INSERT INTO bench.lease (body) SELECT $3 FROM taken
            """, connection)
        {
            Parameters = { new() { Value = unit }, new() { Value = holder }, new() { Value = LeasedUnits.Offer(holder, unit) } },
        };
        return await take.ExecuteNonQueryAsync() == 1;
    }

    public ValueTask DisposeAsync() => db.DisposeAsync();
}
