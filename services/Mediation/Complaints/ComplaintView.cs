using Coordination.Platform;

namespace Coordination.Mediation.Complaints;

/// <summary>A complaint without its words.</summary>
/// <param name="Id">The complaint.</param>
/// <param name="Version">Grows by one with every change.</param>
/// <param name="Kind">How much work it is.</param>
/// <param name="State">State.</param>
/// <param name="ReceivedAt">When it came in.</param>
/// <param name="ReplyDueAt">Until when the reply is owed; set when it came in.</param>
/// <param name="RepliedAt">When it was answered, or null.</param>
public sealed record ComplaintView(Guid Id, int Version, ComplaintKind Kind, ComplaintState State, DateTimeOffset ReceivedAt, DateTimeOffset? ReplyDueAt, DateTimeOffset? RepliedAt) : IVersioned
{
    internal static ComplaintView Of(Complaint c) => Of(c, null);

    internal static ComplaintView Of(Complaint c, Clock? clock) => new(c.Id, c.Version, c.Kind, c.State, c.ReceivedAt, clock?.DueAt, c.RepliedAt);
}
