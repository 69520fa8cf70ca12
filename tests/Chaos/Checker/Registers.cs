namespace Coordination.Tests.Chaos;

/// <summary>What was asked with a key, against what is stored and told.</summary>
internal static class KeyedRegister
{
    /// <param name="register">Name in the client log.</param>
    /// <param name="log">All clients' operations.</param>
    /// <param name="copy">The service that took the calls.</param>
    /// <param name="type">Event type that tells each one.</param>
    /// <param name="member">Member of the event with the id that the client was given.</param>
    /// <param name="which">Which of the events; all of the type without.</param>
    internal static Cell Check(string register, IEnumerable<Operation> log, ServiceCopy copy, string type, string member, Func<CopiedEvent, bool>? which = null)
    {
        var mine = log.Where(o => o.Register == register).ToList();
        var attempted = mine.Where(o => o.Step == Step.Attempted).Select(o => o.Key).ToHashSet();
        var acknowledged = mine.Where(o => o.Step == Step.Acknowledged).Select(o => (o.Key, Id: o.Id!.Value)).Distinct().ToList();
        var told = copy.OfType(type).Where(which ?? (_ => true)).Select(e => e.GuidOf(member)).ToList();
        var known = told.ToHashSet();
        var stored = copy.Answers.Where(a => a.Id is { } id && (known.Contains(id) && a.IsCreation || attempted.Contains(a.Key))).ToList();
        var kept = stored.Select(a => a.Id!.Value).ToHashSet();
        var heard = acknowledged.Select(a => a.Key).ToHashSet();
        return Cell.Of(register, attempted.Count, heard.Count, stored.Count(s => attempted.Contains(s.Key) && !heard.Contains(s.Key)),
            lost: [.. acknowledged.Where(a => !known.Contains(a.Id)).Select(a => $"{a.Key} was acknowledged as {a.Id}")],
            duplicated:
            [
                .. Twice(told).Select(id => $"{id} is told more than once"),
                .. Twice(acknowledged.Select(a => a.Key)).Select(k => $"{k} was acknowledged with two ids"),
                .. Twice(acknowledged.Select(a => a.Id)).Select(id => $"{id} was acknowledged for two keys"),
            ],
            unexpected:
            [
                .. stored.Where(s => !attempted.Contains(s.Key)).Select(s => $"nobody asked for {s.Key}"),
                .. told.Where(id => !kept.Contains(id)).Select(id => $"{id} is told, and no answer names it"),
            ]);
    }

    internal static IEnumerable<T> Twice<T>(IEnumerable<T> items) => items.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key);
}

/// <summary>Each event of the producers had its effect at a consumer once.</summary>
internal static class EventRegister
{
    internal static Cell Check(ServiceCopy consumer, IEnumerable<ServiceCopy> producers, Func<string, bool> takes, bool hearsItself = false)
    {
        var owed = producers.Where(p => hearsItself || p.Name != consumer.Name).SelectMany(p => p.Own).Where(e => takes(e.Type)).ToDictionary(e => (e.Source, e.Position));
        var done = consumer.Inbox.ToLookup(i => (i.Source, i.Position));
        var imported = consumer.Journal.Where(e => e.IsImported).Select(e => e.Id);
        return Cell.Of($"events at {consumer.Name}", owed.Count, consumer.Inbox.Count, 0,
            lost: [.. owed.Values.Where(e => !done.Contains((e.Source, e.Position))).Select(e => $"{e.Source} {e.Position} ({e.Type})")],
            duplicated:
            [
                .. done.Where(d => d.Count() > 1).Select(d => $"{d.Key.Source} {d.Key.Position} is done {d.Count()} times"),
                .. KeyedRegister.Twice(imported).Select(id => $"{id} stands twice in its sequence"),
            ],
            unexpected: [.. consumer.Inbox.Where(i => owed.TryGetValue((i.Source, i.Position), out var e) ? e.Id != i.EventId : producers.Any(p => p.Own.Any(o => o.Source == i.Source)))
                .Select(i => $"{i.Source} {i.Position} is done, and was never sealed so")]);
    }
}

/// <summary>What a subscriber was given: every place of the log from its first one on, once and in order.</summary>
internal static class StreamRegister
{
    internal static Cell Check(string register, IEnumerable<Operation> log, long head)
    {
        var (lost, duplicated, unexpected) = (new List<string>(), new List<string>(), new List<string>());
        var (due, count) = (0L, 0);
        foreach (var subscriber in log.Where(o => o.Register == register && o.Step == Step.Delivered).GroupBy(o => o.Client))
        {
            // Where it asked to begin, or else where it began.
            var last = log.FirstOrDefault(o => o.Register == register && o.Step == Step.Attempted && o.Client == subscriber.Key)?.Position ?? subscriber.First().Position!.Value - 1;
            due += head - last;
            foreach (var position in subscriber.Select(o => o.Position!.Value))
            {
                count++;
                if (position <= last) duplicated.Add($"{subscriber.Key} had {position} after {last}");
                else if (position > last + 1) lost.Add($"{subscriber.Key} had {position} after {last}");
                if (position > head) unexpected.Add($"{subscriber.Key} had {position}, the log ends at {head}");
                last = Math.Max(last, position);
            }
            if (last < head) lost.Add($"{subscriber.Key} ended at {last}, the log at {head}");
        }
        return Cell.Of(register, (int)due, count, 0, lost, duplicated, unexpected);
    }
}
