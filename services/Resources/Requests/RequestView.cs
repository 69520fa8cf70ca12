using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Requests;

/// <summary>A request as its agency sees it.</summary>
/// <param name="Id">The request.</param>
/// <param name="Version">Grows with every change.</param>
/// <param name="Agency">Who needs.</param>
/// <param name="IncidentId">The incident, or null.</param>
/// <param name="Level">Response level it is reviewed under.</param>
/// <param name="State">The furthest of its views.</param>
/// <param name="Views">The C3 states that hold, furthest last.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Instructions">What the crews should know.</param>
/// <param name="CreatedAt">When it was drafted.</param>
/// <param name="SubmittedAt">When it was last submitted.</param>
public sealed record RequestView(
    Guid Id, int Version, string Agency, Guid? IncidentId, ResponseGrade? Level, NeedState State, IReadOnlyList<NeedState> Views,
    IReadOnlyList<LineView> Lines, string? Instructions, DateTimeOffset CreatedAt, DateTimeOffset? SubmittedAt) : IVersioned
{
    internal static RequestView Of(Request r)
    {
        var views = NeedViews.Of(r.Lines);
        return new(r.Id, r.Version, r.Agency, r.IncidentId, r.Level, views[^1], views, [.. r.Lines.Select(LineView.Of)], r.Instructions, r.CreatedAt, r.SubmittedAt);
    }
}

/// <summary>A line of a request.</summary>
/// <param name="Id">The line.</param>
/// <param name="Number">From 1.</param>
/// <param name="State">State.</param>
/// <param name="TypeCode">What is needed.</param>
/// <param name="UnitOfMeasure">What is counted.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Approved">How many were approved.</param>
/// <param name="Committed">How many are committed or beyond.</param>
/// <param name="Mission">What for.</param>
/// <param name="NeedBy">Needed on scene by.</param>
/// <param name="OverCommit">Why it may take more than it needs.</param>
/// <param name="Asks">Whom the agency asked.</param>
/// <param name="Fills">What suppliers offered or gave.</param>
public sealed record LineView(
    Guid Id, int Number, LineState State, string TypeCode, string UnitOfMeasure, int Quantity, int? Approved, int Committed, MissionKind Mission,
    DateTimeOffset NeedBy, OverCommitReason? OverCommit, IReadOnlyList<LineAskView> Asks, IReadOnlyList<LineFillView> Fills)
{
    internal static LineView Of(Line l) => new(l.Id, l.Number, l.State, l.TypeCode, l.UnitOfMeasure, l.Quantity, l.Approved, l.Committed, l.Mission, l.NeedBy,
        l.OverCommit, [.. l.Asks.Select(a => new LineAskView(a.AskId, a.ToAgency, a.Relation, a.Quantity, l.MutualAidOf(a.AskId), a.AskedAt, a.AgreementId, a.SilentAt))],
        [.. l.Fills.Select(f => new LineFillView(f.FillId, f.Supplier, f.State, f.MutualAid, f.Quantity))]);
}

/// <summary>An agency that was asked for a line, and how that mutual aid stands (domain.md C3).</summary>
/// <param name="AskId">The ask.</param>
/// <param name="ToAgency">Who was asked.</param>
/// <param name="Relation">Own, Peer or Up.</param>
/// <param name="Quantity">How many.</param>
/// <param name="MutualAid">Requested until it is answered.</param>
/// <param name="AskedAt">When.</param>
/// <param name="AgreementId">The agreement on mutual aid that it names, or null.</param>
/// <param name="SilentAt">Since when nobody waits for an answer any longer, or null; one that comes all the same is taken.</param>
public sealed record LineAskView(
    Guid AskId, string ToAgency, AskRelation Relation, int Quantity, MutualAidState MutualAid, DateTimeOffset AskedAt, Guid? AgreementId, DateTimeOffset? SilentAt);

/// <summary>A fill of a line.</summary>
public sealed record LineFillView(Guid FillId, string Supplier, FillState State, MutualAidState MutualAid, int Quantity);
