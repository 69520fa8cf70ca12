using Coordination.PublicInformation.Cap;

namespace Coordination.Tests.Unit.PublicInformation.Cap;

/// <summary>The rule in plain words, over the whole set at once.</summary>
internal static class SupersessionModel
{
    internal static string Told(CapMessage m, List<CapMessage> all, DateTimeOffset now, CapSuccessors successors)
    {
        var enders = all.Where(x => x.MessageType is CapMessageType.Update or CapMessageType.Cancel && Names(x, m) && !(x.Sender == m.Sender && x.Identifier == m.Identifier && x.Sent == m.Sent)
            && x.Status == m.Status && (x.Sender == m.Sender || (m.Sender == "met@example.org" && x.Sender == "flood@example.org")) && (x.Agency == m.Agency || x.IsTrusted)
            && (x.Sent > m.Sent || (x.Sent == m.Sent && (!Names(m, x) || string.CompareOrdinal(x.Order, m.Order) > 0))));
        var ends = m.Infos[0].Expires ?? m.Sent!.Value.AddHours(24) + (Begins(m) - m.Sent!.Value);
        var first = enders.Select(x => (At: x.MessageType == CapMessageType.Cancel ? x.Sent!.Value : Begins(x), x.Order, x)).OrderBy(x => x.At).ThenBy(x => x.Order, StringComparer.Ordinal).FirstOrDefault();
        if (first.x is { } by && first.At < ends && first.At <= now) return $"{m.Order} {(by.MessageType == CapMessageType.Cancel ? CapState.Cancelled : CapState.Superseded)} {by.Order}";
        return $"{m.Order} {(ends <= now ? CapState.Expired : Begins(m) > now ? CapState.NotYetEffective : CapState.Active)} ";
    }

    private static DateTimeOffset Begins(CapMessage m) => m.Infos[0].Effective ?? m.Sent!.Value;

    private static bool Names(CapMessage by, CapMessage named) => by.References.Exists(r => r.Sender == named.Sender && r.Identifier == named.Identifier && (r.Sent is null || r.Sent == named.Sent));
}
