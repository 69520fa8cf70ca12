using Coordination.Platform;

namespace Coordination.Command.Notices;

/// <summary>
/// One recipient of a notice: sent, received, or unanswered when the clock ran out. A late receipt is still taken. It is for one revision: the next is sent and received again.
/// </summary>
internal sealed class NoticeReceipt
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<NoticeReceiptState> Life = new(
        (NoticeReceiptState.Sent, [NoticeReceiptState.Received, NoticeReceiptState.Unanswered]),
        (NoticeReceiptState.Received, [NoticeReceiptState.Sent]),
        (NoticeReceiptState.Unanswered, [NoticeReceiptState.Received, NoticeReceiptState.Sent]));

    private NoticeReceipt() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public Guid NoticeId { get; private set; }
    public Guid IncidentId { get; private set; }
    /// <summary>Agency, never a person.</summary>
    public string Recipient { get; private set; } = "";
    public NoticeReceiptState State { get; private set; }
    /// <summary>The newest text, which is to be received.</summary>
    public int Revision { get; private set; }
    /// <summary>When its time began to run.</summary>
    public DateTimeOffset SentAt { get; private set; }
    /// <summary>When the newest text went out: the same moment, or later where the time ran already.</summary>
    public DateTimeOffset NewestAt { get; private set; }
    public DateTimeOffset? ReceivedAt { get; private set; }
    /// <summary>The role that acknowledged it for the recipient.</summary>
    public string? ReceivedAs { get; private set; }
    public DateTimeOffset? UnansweredAt { get; private set; }
    /// <summary>Who was told that there is no receipt, one after another upward.</summary>
    public List<string> Superiors { get; private set; } = [];
    /// <summary>When one of them took care of it.</summary>
    public DateTimeOffset? TakenOverAt { get; private set; }
    /// <summary>The recipient and the superiors: who finds it without a part in the incident.</summary>
    public string Audience { get; private set; } = "";

    public static NoticeReceipt To(Notice notice, string recipient) => new()
    {
        Id = Guid.CreateVersion7(),
        ExerciseId = notice.ExerciseId,
        NoticeId = notice.Id,
        IncidentId = notice.IncidentId,
        Recipient = recipient,
        Revision = notice.Revision,
        SentAt = notice.IssuedAt,
        NewestAt = notice.Newest.At,
        Audience = Addressed.Of([recipient]),
    };

    public Refusal? Receive(string agency, string role, int revision, DateTimeOffset at)
    {
        if (agency != Recipient) return Refusal.Forbidden("not-the-recipient", "Only the one who was notified acknowledges.");
        if (revision != Revision) return new Refusal("another-revision", $"Revision {Revision} is the newest: read it, and acknowledge that.", "/revision");
        if (at < NewestAt) return Refusal.Invalid("/occurredAt", "out-of-order", "This cannot have happened before that text was sent.");
        if (Move(NoticeReceiptState.Received) is { } no) return no;
        (ReceivedAt, ReceivedAs) = (at, role);
        return null;
    }

    /// <summary>No receipt in time: a superior is told, where there is one.</summary>
    public Refusal? Miss(DateTimeOffset at, string? superior = null)
    {
        if (Move(NoticeReceiptState.Unanswered) is { } no) return no;
        UnansweredAt = at;
        if (superior is not null) Tell(superior);
        return null;
    }

    /// <summary>The superior did nothing in time either: the next above is told.</summary>
    public Refusal? PassUp(string superior)
    {
        if (State != NoticeReceiptState.Unanswered || TakenOverAt is not null) return new Refusal("already-answered", "Somebody takes care of it.");
        if (Addressed.Has(Audience, superior)) return new Refusal("nobody-left", "There is nobody left to tell.");
        Tell(superior);
        Version++;
        return null;
    }

    /// <summary>One of those who were told takes care of it. The recipient may still acknowledge.</summary>
    public Refusal? TakeOver(string agency, DateTimeOffset at)
    {
        if (!Superiors.Contains(agency)) return Refusal.Forbidden("not-the-recipient", "Only one who was told that there is no receipt takes it over.");
        if (State != NoticeReceiptState.Unanswered || TakenOverAt is not null) return new Refusal("already-answered", "It was acknowledged, or somebody takes care of it.");
        TakenOverAt = at;
        Version++;
        return null;
    }

    /// <summary>There is a newer text. Who has not acknowledged the one before, and still has time, is not given more of it.</summary>
    public Refusal? SendAgain(int revision, DateTimeOffset at)
    {
        if (revision <= Revision) return new Refusal("another-revision", $"Revision {Revision} was sent before.");
        if (State == NoticeReceiptState.Sent) Version++;
        else
        {
            if (Move(NoticeReceiptState.Sent) is { } no) return no;
            (SentAt, ReceivedAt, ReceivedAs, UnansweredAt, Superiors, TakenOverAt, Audience) = (at, null, null, null, [], null, Addressed.Of([Recipient]));
        }
        (Revision, NewestAt) = (revision, at);
        return null;
    }

    private void Tell(string superior) => (Superiors, Audience) = ([.. Superiors, superior], Addressed.With(Audience, superior));

    private Refusal? Move(NoticeReceiptState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}

/// <summary>States of a receipt.</summary>
public enum NoticeReceiptState
{
    /// <summary>Sent.</summary>
    Sent,
    /// <summary>Acknowledged.</summary>
    Received,
    /// <summary>Not acknowledged in time: it goes to the superior.</summary>
    Unanswered,
}
