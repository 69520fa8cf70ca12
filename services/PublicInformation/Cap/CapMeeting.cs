namespace Coordination.PublicInformation.Cap;

/// <summary>
/// A message meets those that name it and those that it names. Whether an Update is ever in force may turn with that; then what it names is decided again, and so on: the latest first, because
/// what becomes of a message hangs only on later ones.
/// </summary>
/// <param name="named">The messages that one names.</param>
/// <param name="namers">The messages that name one.</param>
internal sealed class CapMeeting(CapSuccessors successors, Func<CapMessage, Task<IReadOnlyList<CapMessage>>> named, Func<CapMessage, Task<IReadOnlyList<CapMessage>>> namers)
{
    /// <summary>Those of which something else has become.</summary>
    internal async Task<IReadOnlyCollection<CapMessage>> MeetAsync(CapMessage message)
    {
        foreach (var by in await namers(message)) message.GiveWay(by, successors);
        var (changed, turned) = (new HashSet<CapMessage>(), new PriorityQueue<CapMessage, long>());
        turned.Enqueue(message, 0);
        while (turned.TryDequeue(out var by, out _))
        {
            foreach (var other in await named(by))
            {
                var before = other.IsEverInForce;
                if (other.EndedBy == by.Id && !Supersession.Ends(by, other, successors)) other.Decide(await namers(other), successors);
                else if (!other.GiveWay(by, successors)) continue;
                changed.Add(other);
                if (other.MessageType == CapMessageType.Update && before != other.IsEverInForce) turned.Enqueue(other, -other.Sent!.Value.UtcTicks);
            }
        }
        return changed;
    }
}
