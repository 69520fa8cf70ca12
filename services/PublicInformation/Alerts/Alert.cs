using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Cap;

namespace Coordination.PublicInformation.Alerts;

/// <summary>A CAP 1.2 alert (domain.md C4, B2). Its status is Exercise in an exercise and Actual otherwise: no caller chooses it.</summary>
internal sealed class Alert
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<AlertState> Life = new(
        (AlertState.Draft, [AlertState.Approved]),
        (AlertState.Approved, [AlertState.Issued]),
        (AlertState.Issued, [AlertState.Updated, AlertState.Cancelled, AlertState.Expired]));

    private Alert() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public AlertState State { get; private set; }
    /// <summary>No caller chooses it.</summary>
    public CapStatus Status => ChannelGate.Carries(ExerciseId);
    public Guid? IncidentId { get; private set; }
    public string Identifier { get; private set; } = "";
    /// <summary>agency@region: unique among regions, and the only one that may update or cancel.</summary>
    public string Sender { get; private set; } = "";
    /// <summary>The signal that is relayed, as its owner names it.</summary>
    public string? Source { get; private set; }
    public AlertMessageType MessageType { get; private set; }
    public Guid? References { get; private set; }
    /// <summary>Every earlier message of the chain that had not run out when this one was issued (CAP: an update names them all).</summary>
    public List<AlertReference> Chain { get; private set; } = [];
    public EventKind Kind { get; private set; }
    public string? EventCode { get; private set; }
    public List<AlertResponse> Responses { get; private set; } = [];
    public AlertUrgency Urgency { get; private set; }
    public AlertSeverity Severity { get; private set; }
    public AlertCertainty Certainty { get; private set; }
    public List<AlertText> Texts { get; private set; } = [];
    public List<AlertArea> Areas { get; private set; } = [];
    public List<string> Channels { get; private set; } = [];
    public DateTimeOffset? Effective { get; private set; }
    public DateTimeOffset? Onset { get; private set; }
    /// <summary>Null before it is issued means: as long as the package says.</summary>
    public DateTimeOffset? Expires { get; private set; }
    public DateTimeOffset? ApprovedAt { get; private set; }
    public DateTimeOffset? Sent { get; private set; }
    /// <summary>When it was replaced, was cancelled or ran out.</summary>
    public DateTimeOffset? EndedAt { get; private set; }
    /// <summary>The message that replaced or cancelled it.</summary>
    public Guid? EndedBy { get; private set; }
    /// <summary>Subject of the author's token; never shown outside.</summary>
    public string Author { get; private set; } = "";
    public string? Approver { get; private set; }

    /// <summary>Writes an alert whose content <see cref="AlertRules"/> found sound.</summary>
    public static (Alert?, Refusal?) Write(Guid id, DraftAlert request, Alert? references, AlertSender sender, Guid? exercise)
    {
        if (request.MessageType == AlertMessageType.Alert && request.References is not null)
            return (null, Refusal.Invalid("/references", "references", "A new alert refers to none."));
        if (request.MessageType != AlertMessageType.Alert && references is not { State: AlertState.Issued, MessageType: not AlertMessageType.Cancel })
            return (null, Refusal.Invalid("/references", "references-required", "An update or cancellation refers to an alert that is in force."));
        if (references is not null && references.Sender != sender.Address)
            return (null, Refusal.Forbidden("not-the-sender", "Only who sent an alert updates or cancels it."));
        return (new Alert
        {
            Id = id,
            ExerciseId = exercise,
            State = AlertState.Draft,
            IncidentId = request.IncidentId ?? references?.IncidentId,
            Identifier = sender.Identifier,
            Sender = sender.Address,
            Source = request.Source,
            MessageType = request.MessageType,
            References = request.References,
            Kind = request.Kind,
            EventCode = request.EventCode,
            Responses = [.. (request.Responses ?? []).Distinct()],
            Urgency = request.Urgency,
            Severity = request.Severity,
            Certainty = request.Certainty,
            Texts = [.. request.Texts],
            Areas = [.. request.Areas],
            Channels = [.. request.Channels.Distinct()],
            Effective = request.Effective,
            Onset = request.Onset,
            Expires = request.Expires,
            Author = sender.Subject,
        }, null);
    }

    /// <summary>Blanks that are left.</summary>
    public IReadOnlyList<string> Blanks => AlertBlanks.Left(Texts, Areas);

    /// <summary>A draft's author alone fills its blanks: another one could approve what he wrote himself.</summary>
    public Refusal? MayFill(string author) => author != Author ? Refusal.Forbidden("not-the-author", "Who wrote a draft fills its blanks; draft one of your own.")
        : State != AlertState.Draft ? new("illegal-transition", "Only a draft has blanks.") : null;

    public Refusal? Fill(IReadOnlyList<AlertText> texts, IReadOnlyList<AlertArea> areas, string author)
    {
        if (MayFill(author) is { } no) return no;
        (Texts, Areas) = ([.. texts], [.. areas]);
        Version++;
        return null;
    }

    public Refusal? Approve(string approver, DateTimeOffset at)
    {
        if (approver == Author) return Refusal.Forbidden("approver-is-author", "Another person approves what you wrote.");
        if (AlertBlanks.Refuse(Blanks) is { } blank) return blank;
        if (Move(AlertState.Approved) is { } no) return no;
        (Approver, ApprovedAt) = (approver, at);
        return null;
    }

    /// <summary>Goes out; what it refers to gives way. <paramref name="expires"/> is when it ends.</summary>
    public Refusal? Issue(Alert? references, DateTimeOffset at, DateTimeOffset expires)
    {
        if (State == AlertState.Approved && expires <= at) return new Refusal("alert-expired", "It ran out before it was issued; write a new one.");
        if (Life.Refuse(State, AlertState.Issued) is { } early) return early;
        // A replica of an older version sees fewer blanks, and may have approved one.
        if (Blanks is { Count: > 0 } left) return new Refusal("blank-unfilled", $"It was approved with blanks: {string.Join(", ", left)}. Write a new one without.");
        if (Effective >= expires) return new Refusal("effective-after-expiry", "It would end before it takes effect: write a new one with a later end.");
        if (references?.Ended(at) is { } over) return over;
        if (references?.GiveWay(this, at) is { } gone) return gone;
        if (Move(AlertState.Issued) is { } no) return no;
        (Sent, Expires) = (at, expires);
        if (references is not null) Chain = [.. references.Chain.Append(references.Named()).Where(r => r.Expires > at)];
        return null;
    }

    /// <summary>Null while it is in force at this moment, whether its clock has told it or not; else why nothing can refer to it any more. Of two officers who update and cancel one alert the first to issue wins, and the other is told by this.</summary>
    public Refusal? Ended(DateTimeOffset at) => State switch
    {
        AlertState.Updated => new("already-ended", $"It was updated by {EndedBy}: read that one, and update or cancel it if you still must."),
        AlertState.Cancelled => new("already-ended", $"It was cancelled by {EndedBy}: write a new alert if you still must."),
        AlertState.Expired => RanOut,
        AlertState.Issued when Expires <= at => RanOut,
        _ => null,
    };

    private static Refusal RanOut => new("already-ended", "It ran out: write a new alert if you still must.");

    public Refusal? Expire(DateTimeOffset at)
    {
        if (Move(AlertState.Expired) is { } no) return no;
        EndedAt = at;
        return null;
    }

    private Refusal? GiveWay(Alert to, DateTimeOffset at)
    {
        if (Move(to.MessageType == AlertMessageType.Cancel ? AlertState.Cancelled : AlertState.Updated) is { } no) return no;
        (EndedAt, EndedBy) = (at, to.Id);
        return null;
    }

    private AlertReference Named() => new(Id, Sender, Identifier, Sent!.Value, Expires!.Value);

    private Refusal? Move(AlertState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}
