using System.Data.Common;

namespace Coordination.Tests.Chaos;

/// <summary>One agency's books, read from a copy: nothing of the service's own code takes part.</summary>
internal sealed record BookCopy(string Name, IReadOnlyList<CopiedFill> Fills, IReadOnlyList<CopiedLot> Lots)
{
    /// <summary>The books of instances whose schemas stand in one PostgreSQL, as one moment saw them.</summary>
    internal static Task<IReadOnlyList<BookCopy>> SchemasAsync(string admin, IReadOnlyList<string> instances, CancellationToken ct) => CopyReader.SchemasAsync(admin, instances, ReadAsync, ct);

    private static async Task<BookCopy> ReadAsync(string instance, DbConnection connection) => new(instance,
        await CopyReader.RowsAsync(connection, "SELECT fill_id, side, requester_agency, supplier_agency, state, quantity, unit_id, lease_epoch, line_id FROM fills", r => new CopiedFill(
            r.GetGuid(0), r.GetString(1) == "Supplier", r.GetString(2), r.GetString(3), r.GetString(4), r.GetInt32(5), Maybe(r, 6), r.IsDBNull(7) ? null : r.GetInt32(7), Maybe(r, 8))),
        await CopyReader.RowsAsync(connection, "SELECT id, received, free, held, picked, issued FROM stock_lots",
            r => new CopiedLot(r.GetGuid(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3) + r.GetInt32(4) + r.GetInt32(5))));

    private static Guid? Maybe(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);
}

/// <summary>A fill as one party has it.</summary>
internal sealed record CopiedFill(Guid Id, bool IsSuppliers, string Requester, string Supplier, string State, int Quantity, Guid? Unit, int? LeaseEpoch, Guid? Line)
{
    private static readonly string[] Before = ["Offered", "Countered", "Selected", "Ordered"];
    private static readonly string[] Over = ["Declined", "Lapsed", "Recalled"];

    /// <summary>Something of the owner's stands behind it.</summary>
    internal bool IsAlive => !Over.Contains(State);

    /// <summary>It counts against what the line needs.</summary>
    internal bool IsCommitted => IsAlive && !Before.Contains(State);
}

/// <summary>A lot of goods; <c>Taken</c> is what is held, picked and issued.</summary>
internal sealed record CopiedLot(Guid Id, int Received, int Free, int Taken);
