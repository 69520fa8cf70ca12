using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Chaos;

/// <summary>The journal recomputes from its first event to its head, without a gap, and its columns say what its bytes say.</summary>
internal static class ChainRegister
{
    internal static Cell Check(ServiceCopy service)
    {
        var (position, hash) = (0L, JournalHash.Origin);
        var (lost, unexpected) = (new List<string>(), new List<string>());
        foreach (var e in service.Journal)
        {
            if (e.Position != ++position) lost.Add($"position {position}");
            hash = JournalHash.Of(hash, e.Position, e.Previous, e.Header, e.Bytes);
            if (!hash.AsSpan().SequenceEqual(e.Hash)) unexpected.Add($"position {e.Position} has another hash than its bytes");
            else if (!SaysSo(e)) unexpected.Add($"position {e.Position} has other columns than its header");
            (position, hash) = (e.Position, e.Hash);
        }
        if (service.Head.Head != position) lost.Add($"the rows end at {position}, the head stands at {service.Head.Head}");
        else if (position > 0 && !service.Head.Hash.AsSpan().SequenceEqual(hash)) unexpected.Add($"the head at {position} has another hash");
        return Cell.Of($"journal of {service.Name}", service.Journal.Count + service.Unsealed, service.Journal.Count, 0,
            lost, [.. KeyedRegister.Twice(service.Journal.Select(e => e.Id)).Select(id => $"{id}")], unexpected);
    }

    private static bool SaysSo(CopiedEvent e)
    {
        var header = JsonSerializer.Deserialize<JsonElement>(e.Header);
        return header.GetProperty("type").GetString() == e.Type && header.GetProperty("id").GetGuid() == e.Id && header.GetProperty("subject").GetGuid() == e.Subject;
    }
}
