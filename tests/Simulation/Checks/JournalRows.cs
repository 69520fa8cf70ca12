using System.Text.Json;

namespace Coordination.Tests.Simulation;

/// <summary>One sealed row of a journal, as it is stored.</summary>
internal sealed record JournalRow(long Position, Guid Id, Guid Subject, string Type, string Source, bool IsImported, string Previous, byte[] Header, byte[] Data, byte[] Hash)
{
    internal JsonElement Event => JsonSerializer.Deserialize<JsonElement>(Data);

    /// <summary>The command that an event of the shop or the ledger came of.</summary>
    internal Guid? Command => Event.TryGetProperty("commandId", out var id) ? id.GetGuid() : null;

    internal static List<JournalRow> Of(SimulatedStore store) => store.Read(
        "SELECT position, id, subject, type, source, is_imported, previous, header, data, hash FROM journal WHERE position IS NOT NULL ORDER BY position",
        r => new JournalRow(r.GetInt64(0), r.GetGuid(1), r.GetGuid(2), r.GetString(3), r.GetString(4), r.GetBoolean(5), r.GetString(6),
            r.GetFieldValue<byte[]>(7), r.GetFieldValue<byte[]>(8), r.GetFieldValue<byte[]>(9)));
}

/// <summary>What a consumer is owed: an event of one source that it takes.</summary>
internal sealed record Owed(string Consumer, JournalRow Row);

/// <summary>Who takes what, said once more and independently of the subscriptions of the code under test.</summary>
internal static class Owing
{
    internal static IEnumerable<Owed> Of(Scenario scenario)
    {
        var shop = JournalRow.Of(scenario.Shop);
        foreach (var row in shop.Where(r => r.Type == "shop.thing-raised.v1")) yield return new("ledger", row);
        foreach (var row in shop.Concat(JournalRow.Of(scenario.Ledger))) yield return new("board", row);
    }

    internal static SimulatedStore StoreOf(Scenario scenario, string consumer) => consumer == "ledger" ? scenario.Ledger : scenario.Board;
}
