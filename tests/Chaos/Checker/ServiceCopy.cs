using System.Text;
using System.Text.Json;

namespace Coordination.Tests.Chaos;

/// <summary>What one service instance has in its database, read from a copy: nothing of the service's own code takes part.</summary>
internal sealed record ServiceCopy(
    string Name, IReadOnlyList<CopiedEvent> Journal, (long Head, byte[] Hash) Head, int Unsealed, IReadOnlyList<CopiedInbox> Inbox, int Deferred,
    IReadOnlyList<CopiedAnswer> Answers, IReadOnlyList<CopiedClock> Clocks)
{
    /// <summary>What it wrote itself.</summary>
    internal IEnumerable<CopiedEvent> Own => Journal.Where(e => !e.IsImported);

    internal IEnumerable<CopiedEvent> OfType(string type) => Journal.Where(e => e.Type == type);
}

/// <summary>A sealed row.</summary>
internal sealed record CopiedEvent(long Position, Guid Id, Guid Subject, string Type, string Source, bool IsImported, string Previous, byte[] Header, byte[] Bytes, byte[] Hash)
{
    private readonly Lazy<JsonElement> data = new(() => JsonSerializer.Deserialize<JsonElement>(Bytes));

    internal Guid GuidOf(string member) => data.Value.GetProperty(member).GetGuid();

    internal Guid? MaybeGuidOf(string member) => data.Value.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetGuid() : null;

    internal long? MaybeNumberOf(string member) => data.Value.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;

    internal string TextOf(string member) => data.Value.GetProperty(member).GetString()!;

    internal static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}

/// <summary>An event that a consumer is done with.</summary>
internal sealed record CopiedInbox(string Source, long Position, Guid EventId, bool Discarded);

/// <summary>A stored answer: the key of the call, and the id that the answer gave.</summary>
internal sealed record CopiedAnswer(string Key, Guid? Id, int Status)
{
    /// <summary>Later changes of a thing are answered with its id too.</summary>
    internal bool IsCreation => Status == 201;
}

/// <summary>A clock; instants in microseconds.</summary>
internal sealed record CopiedClock(Guid Id, string Key, string State, long DueAt, long? BreachedAt, long? WarnedAt, long? WakeAt);
