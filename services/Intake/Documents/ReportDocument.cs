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
    /// <summary>The thread that it cancels or updates, while that is no report.</summary>
    public string? Awaits { get; private set; }
    public DateTimeOffset SentAt { get; private set; }
    public DateTimeOffset ReceivedAt { get; private set; }
    public string Text { get; private set; } = "";
    public string Sha256 { get; private set; } = "";
    /// <summary>The bytes as they came, sealed; null for an EIDO, which holds persons, and once their time is over.</summary>
    public byte[]? Original { get; private set; }
    public Guid? ReportId { get; private set; }
    public DismissalReason? Dismissal { get; private set; }
    public DocumentAct Act { get; private set; }
    /// <summary>Threads that it updates or cancels, while it is held.</summary>
    public List<string> RefersTo { get; private set; } = [];
    /// <summary>Where it says that it is, while it is held.</summary>
    public string? AreaCode { get; private set; }
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }
    public string? PlaceText { get; private set; }

    /// <summary>A thread or a digest, as one agency hands it over in life or in one exercise.</summary>
    public static string Threaded(Guid? exercise, string agency, string key) => $"{exercise}/{agency}/{key}";

    /// <summary>Takes a document in: with a report, or with the reason why it is none.</summary>
    public static ReportDocument Take(
        Guid id, Guid? exercise, DocumentFormat format, string from, string agency, string thread, string sha256, byte[]? original, DocumentReading reading,
        DateTimeOffset now, Guid? report, DocumentReason? why)
    {
        var document = new ReportDocument
        {
            Id = id, ExerciseId = exercise, Format = format, FromAgency = from, Agency = agency, Thread = thread, Sha256 = sha256, OnlyOnce = Threaded(exercise, from, sha256),
            SentAt = reading.Sent is { } sent && sent < now ? sent : now, ReceivedAt = now, ReportId = report, Reason = why, Act = reading.Act,
            State = report is not null ? DocumentState.Reported : IsNoted(reading, why) ? DocumentState.Noted : DocumentState.Held,
        };
        // Who is sought, or may be in what is no alert, is not kept; nor is anything of the tests that come each minute.
        if (document.State != DocumentState.Noted && why is not (DocumentReason.PersonSought or DocumentReason.NotOneAlert)) document.Original = original;
        // What a report says is kept with the report.
        if (document.State != DocumentState.Held || why == DocumentReason.PersonSought) return document;
        (document.Text, document.AreaCode, document.PlaceText) = (reading.Text, reading.AreaCodes.Count > 0 ? reading.AreaCodes[0] : null, reading.PlaceText);
        (document.Latitude, document.Longitude) = (reading.Point?.Latitude, reading.Point?.Longitude);
        document.RefersTo = [.. reading.RefersTo.Select(k => Threaded(exercise, from, k))];
        if (why is DocumentReason.RefersToUnknown or DocumentReason.KindUnclear or DocumentReason.PlaceUnclear) document.Awaits = document.RefersTo.FirstOrDefault();
        return document;
    }

    /// <summary>True while something of what came is kept.</summary>
    public bool IsKept() => Text.Length > 0 || Original is not null || AreaCode is not null || Latitude is not null || PlaceText is not null;

    /// <summary>The place with the document's own point, where it has none.</summary>
    public Place Placed(Place at) => at.Latitude is null && at.Longitude is null && Latitude is not null ? at with { Latitude = Latitude, Longitude = Longitude } : at;

    /// <summary>True for the agency that handles it, in the exercise that it belongs to; for all others it is not there.</summary>
    public bool IsFor(string agency, Guid? exercise) => agency == Agency && exercise == ExerciseId;

    /// <summary>A person read it, and it is a report.</summary>
    public Refusal? MakeReport(string agency, Guid report) => Handles(agency) ?? Become(report);

    /// <summary>What it refers to has come.</summary>
    public Refusal? Become(Guid report)
    {
        if (Move(DocumentState.Reported) is { } no) return no;
        (ReportId, Reason) = (report, null);
        DropWords();
        return null;
    }

    /// <summary>A person read it, and nothing is reported. What it said is forgotten.</summary>
    public Refusal? Dismiss(string agency, DismissalReason why)
    {
        if ((Handles(agency) ?? Move(DocumentState.Dismissed)) is { } no) return no;
        (Dismissal, Original) = (why, null);
        DropWords();
        return null;
    }

    /// <summary>The time for which its bytes and words are kept is over; their digest stays.</summary>
    public void Forget()
    {
        if (!IsKept()) return;
        (Original, Version) = (null, Version + 1);
        DropWords();
    }

    private static bool IsNoted(DocumentReading reading, DocumentReason? why) =>
        why == DocumentReason.OnlyProtocol || (why == DocumentReason.NotActual && reading.Status != DocumentStatus.Actual);

    private void DropWords() => (Text, AreaCode, Latitude, Longitude, PlaceText) = ("", null, null, null, null);

    private Refusal? Handles(string agency) => agency == Agency ? null : Refusal.Forbidden("not-handling-agency", "Another agency handles this document.");

    private Refusal? Move(DocumentState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        (State, Awaits, RefersTo, Version) = (to, null, [], Version + 1);
        return null;
    }
}
