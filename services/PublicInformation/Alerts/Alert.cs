using Coordination.Contracts.Events;
using Coordination.Platform;

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
    public Guid? IncidentId { get; private set; }
    /// <summary>GB/T 35965.1 family: area 6, agency 3, unit 3, extension 2, entry time, serial.</summary>
    public string Identifier { get; private set; } = "";
    public string Sender { get; private set; } = "";
    public AlertMessageType MessageType { get; private set; }
    public Guid? References { get; private set; }
    public EventKind Kind { get; private set; }
    public AlertUrgency Urgency { get; private set; }
    public AlertSeverity Severity { get; private set; }
    public AlertCertainty Certainty { get; private set; }
    public List<AlertText> Texts { get; private set; } = [];
    public List<AlertArea> Areas { get; private set; } = [];
    public List<string> Channels { get; private set; } = [];
    public DateTimeOffset Expires { get; private set; }
    public DateTimeOffset? ApprovedAt { get; private set; }
    public DateTimeOffset? Sent { get; private set; }
    /// <summary>Subject of the author's token; never shown outside.</summary>
    public string Author { get; private set; } = "";
    public string? Approver { get; private set; }

    public static (Alert?, Refusal?) Write(DraftAlert request, Alert? references, string author, string agency, Guid? exercise, DateTimeOffset now, IReadOnlyList<string> known)
    {
        if (request.MessageType != AlertMessageType.Alert && references?.State != AlertState.Issued)
            return (null, Refusal.Invalid("/references", "references-required", "An update or cancellation refers to an alert that is in force."));
        if (request.MessageType == AlertMessageType.Alert && request.References is not null)
            return (null, Refusal.Invalid("/references", "references", "A new alert refers to none."));
        if (request.Expires <= now) return (null, Refusal.Invalid("/expires", "expiry", "An alert ends after now."));
        if (request.Channels.Except(known).FirstOrDefault() is not null)
            return (null, Refusal.Invalid("/channels", "channel", $"Must be among {string.Join(", ", known)}."));
        if (request.Texts.Select(t => t.Language).Distinct().Count() != request.Texts.Count) return (null, Refusal.Invalid("/texts", "language-twice", "Each language is written once."));
        var id = Guid.CreateVersion7();
        return (new Alert
        {
            Id = id,
            ExerciseId = exercise,
            State = AlertState.Draft,
            IncidentId = request.IncidentId,
            Identifier = Name(request.SenderArea, now, id),
            Sender = agency,
            MessageType = request.MessageType,
            References = request.References,
            Kind = request.Kind,
            Urgency = request.Urgency,
            Severity = request.Severity,
            Certainty = request.Certainty,
            Texts = [.. request.Texts],
            Areas = [.. request.Areas],
            Channels = [.. request.Channels.Distinct()],
            Expires = request.Expires,
            Author = author,
        }, null);
    }

    public Refusal? Approve(string approver, DateTimeOffset at)
    {
        if (approver == Author) return Refusal.Forbidden("approver-is-author", "Another person approves what you wrote.");
        if (Move(AlertState.Approved) is { } no) return no;
        (Approver, ApprovedAt) = (approver, at);
        return null;
    }

    public Refusal? Issue(DateTimeOffset at)
    {
        if (State == AlertState.Approved && Expires <= at) return new Refusal("alert-expired", "It ran out before it was issued; write a new one.");
        if (Move(AlertState.Issued) is { } no) return no;
        Sent = at;
        return null;
    }

    /// <summary>An issued update or cancellation refers to this alert.</summary>
    public Refusal? GiveWay(AlertMessageType to) => Move(to == AlertMessageType.Cancel ? AlertState.Cancelled : AlertState.Updated);

    public Refusal? Expire() => Move(AlertState.Expired);

    private Refusal? Move(AlertState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }

    /// <summary>ZZZZZZDDDUUUXX_YYYYMMDDhhmmss_N, the entry time in Beijing time (GB/T 35965.1-2018 family).</summary>
    private static string Name(string area, DateTimeOffset now, Guid id) =>
        $"{area}00000001_{now.ToOffset(TimeSpan.FromHours(8)):yyyyMMddHHmmss}_{id.ToByteArray()[^1] % 10}";
}

/// <summary>What is said in one language.</summary>
public sealed record AlertText([property: Text(12)] string Language, [property: Text(160)] string Headline, [property: Text(2000)] string Description, [property: Text(2000)] string Instruction);

/// <summary>Where it holds: a description, an area code, and a circle where one is known.</summary>
public sealed record AlertArea(
    [property: Text(200)] string Description, [property: Text(12)] string AreaCode, [property: System.ComponentModel.DataAnnotations.Range(-90.0, 90.0)] double? Latitude = null,
    [property: System.ComponentModel.DataAnnotations.Range(-180.0, 180.0)] double? Longitude = null, [property: System.ComponentModel.DataAnnotations.Range(0.0, 1000.0)] double? RadiusKm = null);

/// <summary>CAP 1.2 urgency.</summary>
public enum AlertUrgency
{
    /// <summary>Act now.</summary>
    Immediate,
    /// <summary>Act within the hour.</summary>
    Expected,
    /// <summary>Act in the near future.</summary>
    Future,
    /// <summary>No longer needed.</summary>
    Past,
    /// <summary>Unknown.</summary>
    Unknown,
}

/// <summary>CAP 1.2 certainty.</summary>
public enum AlertCertainty
{
    /// <summary>It has happened or is happening.</summary>
    Observed,
    /// <summary>More than half likely.</summary>
    Likely,
    /// <summary>Half likely or less.</summary>
    Possible,
    /// <summary>Not expected.</summary>
    Unlikely,
    /// <summary>Unknown.</summary>
    Unknown,
}
