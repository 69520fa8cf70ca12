namespace Coordination.PublicInformation.Cap;

/// <summary>
/// What is in force (peers.md 2b), whatever came first, twice or not at all. An Update replaces all that it names from the moment at which it takes effect, a Cancel ends them when it
/// was sent; of several the earliest counts, and what ran out before stays run out. A message is ended only by its own sender, or one whom the package names for it, and only by what the
/// same agency brought, or what a trusted key signed; what was sent later is not ended by what was sent earlier. Nothing of another status or exercise touches it. An Update that is never
/// in force replaces nothing, and one that is not shown nothing that is shown: nobody would be warned.
/// </summary>
internal static class Supersession
{
    /// <summary>True when the first ends the second.</summary>
    internal static bool Ends(CapMessage by, CapMessage ended, CapSuccessors successors) =>
        !IsSame(by, ended) && by.IsSound && ended.IsSound && by.MessageType is CapMessageType.Update or CapMessageType.Cancel
        && by.ExerciseId == ended.ExerciseId && by.Status == ended.Status
        && Names(by, ended) && IsAfter(by, ended) && Speaks(by, ended, successors) && (by.MessageType == CapMessageType.Cancel || TakesPlace(by, ended));

    /// <summary>From when the message ends what it names.</summary>
    internal static DateTimeOffset ActsAt(CapMessage by) => by.MessageType == CapMessageType.Cancel ? by.Sent!.Value : by.StartsAt;

    internal static CapState StateAt(CapMessage message, DateTimeOffset now) => !message.IsSound ? CapState.Unusable
        : message is { EndedAt: { } end, EndedAs: { } how } && end <= now && end < message.RunsOutAt ? how
        : message.RunsOutAt <= now ? CapState.Expired
        : message.StartsAt > now ? CapState.NotYetEffective
        : CapState.Active;

    private static bool IsSame(CapMessage a, CapMessage b) => a.Id == b.Id || (a.Sender == b.Sender && a.Identifier == b.Identifier && a.Sent == b.Sent);

    private static bool Names(CapMessage by, CapMessage named) =>
        by.References.Exists(r => r.Sender == named.Sender && r.Identifier == named.Identifier && (r.Sent is null || r.Sent == named.Sent));

    /// <summary>Two messages of one second that name each other: the one whose name comes later has the last word.</summary>
    private static bool IsAfter(CapMessage by, CapMessage ended) => by.Sent > ended.Sent
        || (by.Sent == ended.Sent && (!Names(ended, by) || string.CompareOrdinal(by.Order, ended.Order) > 0));

    /// <summary>Of messages of one second it does not hang on what became of the later one: else three that name each other in a ring would have no answer.</summary>
    private static bool TakesPlace(CapMessage by, CapMessage ended) =>
        (by.IsShown || !ended.IsShown) && (by.Sent == ended.Sent ? by.RunsOutAt > by.StartsAt : by.IsEverInForce);

    private static bool Speaks(CapMessage by, CapMessage ended, CapSuccessors successors) =>
        (by.Sender == ended.Sender || successors.MaySpeakFor(by.Sender, ended.Sender))
        && (ended.IsHere ? by.IsHere : by.Agency == ended.Agency || by.IsTrusted);
}
