using Coordination.PublicInformation.Cap;

namespace Coordination.Tests.Unit.PublicInformation.Cap;

/// <summary>The rule in plain words, over the whole set at once.</summary>
internal static class SupersessionModel
{
    internal static string Told(CapMessage m, List<CapMessage> all, DateTimeOffset now, CapSuccessors successors)
    {
        var (ends, first) = Ended(m, all, successors);
        if (first is { } by && Acts(by) < ends && Acts(by) <= now) return $"{m.Order} {(by.MessageType == CapMessageType.Cancel ? CapState.Cancelled : CapState.Superseded)} {by.Order}";
        return $"{m.Order} {(ends <= now ? CapState.Expired : Begins(m) > now ? CapState.NotYetEffective : CapState.Active)} ";
    }

    private static (DateTimeOffset RunsOut, CapMessage? By) Ended(CapMessage m, List<CapMessage> all, CapSuccessors successors)
    {
        var enders = all.Where(x => x.MessageType is CapMessageType.Update or CapMessageType.Cancel && Names(x, m) && !(x.Sender == m.Sender && x.Identifier == m.Identifier && x.Sent == m.Sent)
            && x.Status == m.Status && (x.Sender == m.Sender || (m.Sender == "met@example.org" && x.Sender == "flood@example.org")) && (x.Agency == m.Agency || x.IsTrusted)
            && (x.Sent > m.Sent || (x.Sent == m.Sent && (!Names(m, x) || string.CompareOrdinal(x.Order, m.Order) > 0)))
            && (x.MessageType == CapMessageType.Cancel || ((IsForAll(x) || !IsForAll(m)) && (x.Sent == m.Sent ? RunsOut(x) > Begins(x) : IsEver(x, all, successors)))));
        return (RunsOut(m), enders.OrderBy(Acts).ThenBy(x => x.Order, StringComparer.Ordinal).FirstOrDefault());
    }

    /// <summary>For a moment at least: neither run out nor ended when it begins.</summary>
    private static bool IsEver(CapMessage m, List<CapMessage> all, CapSuccessors successors)
    {
        var (runsOut, by) = Ended(m, all, successors);
        return runsOut > Begins(m) && (by is null || Acts(by) > Begins(m));
    }

    private static bool IsForAll(CapMessage m) => m is { Scope: CapScope.Public, Status: CapStatus.Actual, MessageType: CapMessageType.Alert or CapMessageType.Update or CapMessageType.Cancel };

    private static DateTimeOffset RunsOut(CapMessage m) => m.Infos[0].Expires ?? Begins(m).AddHours(24);

    private static DateTimeOffset Acts(CapMessage x) => x.MessageType == CapMessageType.Cancel ? x.Sent!.Value : Begins(x);

    private static DateTimeOffset Begins(CapMessage m) => m.Infos[0].Effective ?? m.Sent!.Value;

    private static bool Names(CapMessage by, CapMessage named) => by.References.Exists(r => r.Sender == named.Sender && r.Identifier == named.Identifier && (r.Sent is null || r.Sent == named.Sent));
}
