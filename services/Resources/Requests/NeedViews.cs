using Coordination.Contracts.Events;
using Coordination.Resources.Fills;

namespace Coordination.Resources.Requests;

/// <summary>The Request states of domain.md C3, derived from lines, asks and fills; the furthest comes last (docs/adr/0007).</summary>
internal static class NeedViews
{
    public static IReadOnlyList<NeedState> Of(IReadOnlyList<Line> lines)
    {
        if (All(lines, LineState.Cancelled)) return [NeedState.Cancelled];
        if (All(lines, LineState.Expired)) return [NeedState.Expired];
        if (All(lines, LineState.Draft)) return [NeedState.Draft];
        if (lines.All(l => l.State is LineState.Draft or LineState.Submitted)) return [NeedState.Submitted];
        if (lines.Any(l => !l.IsDecided)) return [NeedState.Reviewing];
        var live = lines.Where(l => l.State is not (LineState.Denied or LineState.Cancelled)).ToList();
        if (live.Count == 0) return [NeedState.Rejected];
        if (live.All(l => l.State == LineState.Closed)) return [NeedState.Closed];
        List<NeedState> views = [lines.All(l => l.Approved == l.Quantity) ? NeedState.Approved : NeedState.PartlyApproved];
        var asked = lines.SelectMany(l => l.Asks).Select(a => a.Relation).ToHashSet();
        if (asked.Contains(AskRelation.Up)) views.Add(NeedState.ForwardedUp);
        if (asked.Contains(AskRelation.Peer)) views.Add(NeedState.ForwardedPeer);
        if (Progress(live) is { } progress) views.Add(progress);
        return views;
    }

    private static NeedState? Progress(List<Line> live)
    {
        var committed = live.SelectMany(l => l.Fills).Where(f => FillRules.IsCommitted(f.State)).ToList();
        if (live.All(l => l.State is LineState.Filled or LineState.Closed) && committed.TrueForAll(f => f.State >= FillState.Staged)) return NeedState.Fulfilled;
        if (committed.Count > 0) return NeedState.Fulfilling;
        if (live.All(l => l.Covered >= l.Quantity)) return NeedState.Sourced;
        return live.Exists(l => l.State == LineState.Expired) ? NeedState.Expired : null;
    }

    private static bool All(IReadOnlyList<Line> lines, LineState state) => lines.All(l => l.State == state);
}
