using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Notices;

/// <summary>A notice as those read it who sent it, got it, or were told that a recipient is silent.</summary>
public sealed record NoticeView(
    Guid Id, int Version, NoticeState State, Guid IncidentId, string FromAgency, IReadOnlyList<string> Agencies, NoticePurpose Purpose, string Text, int Revision,
    DateTimeOffset IssuedAt, IReadOnlyList<NoticeText> Texts, bool IsExercise) : IVersioned
{
    internal static NoticeView Of(Notice n) => new(
        n.Id, n.Version, n.State, n.IncidentId, n.FromAgency, n.Agencies, n.Newest.Purpose, n.Newest.Text, n.Revision, n.IssuedAt, n.Texts, n.ExerciseId is not null);
}

/// <summary>A recipient of a notice.</summary>
public sealed record NoticeReceiptView(
    Guid Id, int Version, Guid NoticeId, string Recipient, NoticeReceiptState State, int Revision, DateTimeOffset SentAt, DateTimeOffset? ReceivedAt, string? ReceivedAs,
    DateTimeOffset? UnansweredAt, IReadOnlyList<string> Superiors, DateTimeOffset? TakenOverAt) : IVersioned
{
    internal static NoticeReceiptView Of(NoticeReceipt r) => new(
        r.Id, r.Version, r.NoticeId, r.Recipient, r.State, r.Revision, r.SentAt, r.ReceivedAt, r.ReceivedAs, r.UnansweredAt, r.Superiors, r.TakenOverAt);
}
