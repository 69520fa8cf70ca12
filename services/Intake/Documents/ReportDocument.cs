using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Documents;

/// <summary>A CAP alert or EIDO of another system. It becomes a report, is held until a person has read it, or is noted; it is never lost.</summary>
internal sealed class ReportDocument
{
    public static readonly Lifecycle<DocumentState> Life = new((DocumentState.Held, [DocumentState.Reported, DocumentState.Dismissed]));

    private ReportDocument() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public DocumentState State { get; private set; }
    public DocumentReason? Reason { get; private set; }
    public DocumentFormat Format { get; private set; }
    public string FromAgency { get; private set; } = "";
    public string Agency { get; private set; } = "";
    /// <summary>What no second document has: the same bytes from the same agency are the same document.</summary>
    public string OnlyOnce { get; private set; } = "";
    /// <summary>Its sender and identifier, for the agency that hands it over; empty where it names none.</summary>
    public string Thread { get; private set; } = "";
    /// <summary>The thread that it cancels, while that has not come.</summary>
    public string? Awaits { get; private set; }
    public DateTimeOffset SentAt { get; private set; }
    public DateTimeOffset ReceivedAt { get; private set; }
    public string Text { get; private set; } = "";
    public string Sha256 { get; private set; } = "";
    /// <summary>The bytes as they came, sealed; null for an EIDO, which holds persons, and once their time is over.</summary>
    public byte[]? Original { get; private set; }
    public Guid? ReportId { get; private set; }
    public DismissalReason? Dismissal { get; private set; }

    public static string Threaded(Guid? exercise, string agency, string key) => $"{exercise}/{agency}/{key}";

    /// <summary>Takes a document in: with a report, or with the reason why it is none.</summary>
    public static ReportDocument Take(
        Guid id, Guid? exercise, DocumentFormat format, string from, string agency, string thread, string sha256, byte[]? original, DocumentReading reading,
        DateTimeOffset now, Guid? report, DocumentReason? why) => new()
        {
            Id = id, ExerciseId = exercise, Format = format, FromAgency = from, Agency = agency, Thread = thread, Sha256 = sha256, OnlyOnce = $"{exercise}/{from}/{sha256}",
            SentAt = reading.Sent is { } sent && sent < now ? sent : now, ReceivedAt = now, ReportId = report, Reason = why,
            State = report is not null ? DocumentState.Reported : why is DocumentReason.NotActual or DocumentReason.OnlyProtocol ? DocumentState.Noted : DocumentState.Held,
            // What a report says is kept with the report; who is sought is not kept at all.
            Text = report is null && why != DocumentReason.PersonSought ? reading.Text : "", Original = why == DocumentReason.PersonSought ? null : original,
            Awaits = why == DocumentReason.RefersToUnknown ? Threaded(exercise, from, reading.RefersTo[0]) : null,
        };

    /// <summary>A person read it, and it is a report.</summary>
    public Refusal? MakeReport(string agency, Guid report) => Handles(agency) ?? Become(report);

    /// <summary>What it refers to has come.</summary>
    public Refusal? Become(Guid report)
    {
        if (Move(DocumentState.Reported) is { } no) return no;
        (ReportId, Reason, Text) = (report, null, "");
        return null;
    }

    /// <summary>A person read it, and nothing is reported.</summary>
    public Refusal? Dismiss(string agency, DismissalReason why)
    {
        if ((Handles(agency) ?? Move(DocumentState.Dismissed)) is { } no) return no;
        Dismissal = why;
        return null;
    }

    /// <summary>The time for which its bytes are kept is over; their digest stays.</summary>
    public void Forget()
    {
        if (Original is not null) (Original, Version) = (null, Version + 1);
    }

    private Refusal? Handles(string agency) => agency == Agency ? null : Refusal.Forbidden("not-handling-agency", "Another agency handles this document.");

    private Refusal? Move(DocumentState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        (State, Awaits, Version) = (to, null, Version + 1);
        return null;
    }
}
