using Coordination.Contracts.Events;
using Coordination.Intake.Correlations;
using Coordination.Intake.Late;
using Coordination.Platform;

namespace Coordination.Intake.Reports;

/// <summary>A report (接报): what a person or body says about an event, a place or objects. It never describes a person.</summary>
internal sealed class Report
{
    public static readonly Lifecycle<ReportState> Life = new(
        (ReportState.Received, [ReportState.Triaged]),
        (ReportState.Triaged, [ReportState.Verifying]),
        (ReportState.Verifying, [ReportState.Verified, ReportState.Unfounded, ReportState.Duplicate, ReportState.TransferredOut]),
        (ReportState.Verified, [ReportState.LinkedToIncident]),
        (ReportState.Unfounded, [ReportState.Reopened]),
        (ReportState.Reopened, [ReportState.Verifying]));

    private Report() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public ReportState State { get; private set; }
    public ReportKind Kind { get; private set; }
    public int Number { get; private set; }
    public Guid SeriesId { get; private set; }
    public Guid? PriorReportId { get; private set; }
    public Guid? SupersededById { get; private set; }
    public Guid? IncidentId { get; private set; }
    public ReportOrigin Origin { get; private set; }
    public Guid? OriginId { get; private set; }
    public ReportSource Source { get; private set; }
    public ReportChannel Channel { get; private set; }
    public JurisdictionTier? Tier { get; private set; }
    public JurisdictionTier? ToTier { get; private set; }
    public string? FromAgency { get; private set; }
    public string Agency { get; private set; } = "";
    public IncidentCategory Category { get; private set; }
    public string AreaCode { get; private set; } = "";
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }
    public string? PlaceText { get; private set; }
    public DateTimeOffset KnownAt { get; private set; }
    public DateTimeOffset ReceivedAt { get; private set; }
    public DateTimeOffset? OutageFrom { get; private set; }
    public DateTimeOffset? OutageUntil { get; private set; }
    public ReportContent Content { get; private set; } = new();
    public VerifiedValues? Verified { get; private set; }
    public ContentState Check { get; private set; }
    public List<ReportField> Missing { get; private set; } = [];
    public byte[]? ReporterContact { get; private set; }
    public byte[]? SceneContact { get; private set; }
    public DateTimeOffset? AcknowledgedAt { get; private set; }
    public int EscalationStep { get; private set; }
    public ReportPriority? Priority { get; private set; }
    public Guid? DuplicateOf { get; private set; }
    public UnfoundedReason? Reason { get; private set; }
    public string? TransferredTo { get; private set; }
    public DateTimeOffset? RelayedAt { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public DateTimeOffset? ReportedAt { get; private set; }
    public DateTimeOffset? SetAsideAt { get; private set; }
    public DateTimeOffset? TakenUpAt { get; private set; }
    public List<LateEntry>? LateEntries { get; private set; }

    /// <summary>Where it lies among the cells by which near ones are found (<see cref="Cells"/>); null in rows of a release that had none.</summary>
    public long? Cell { get; private set; }

    /// <summary>Takes a report in. Every report is checked for its content, whoever's tier is known; only of the public nothing is demanded.</summary>
    public static (Report? Report, Refusal? Refusal) Receive(NewReport n, ReportContentRules rules, DateTimeOffset now)
    {
        if (n.Refuse(now) is { } no) return (null, no);
        var late = n.Late is { } act ? LateEntry.Of(ReportAct.Reported, act, now) : n.Earlier;
        var missing = n.Source == ReportSource.Public ? [] : rules.Missing(n.Kind, n.Category, n.Content, n.Place, n.SceneContact is not null);
        return (new Report
        {
            Id = n.Id, ExerciseId = n.ExerciseId, Kind = n.Kind, Number = n.Number, SeriesId = n.SeriesId, PriorReportId = n.PriorReportId,
            IncidentId = n.IncidentId, Origin = n.Origin, OriginId = n.OriginId, Source = n.Source, Channel = n.Channel, Tier = n.Tier, ToTier = n.ToTier,
            FromAgency = n.FromAgency, Agency = n.ToAgency, Category = n.Category, AreaCode = n.Place.AreaCode, Latitude = n.Place.Latitude,
            Longitude = n.Place.Longitude, PlaceText = n.Place.Description, Cell = Cells.Of(n.Place), KnownAt = n.KnownAt, ReceivedAt = now, OutageFrom = n.OutageFrom,
            OutageUntil = n.OutageUntil, Content = n.Content, Missing = [.. missing], ReporterContact = n.ReporterContact, SceneContact = n.SceneContact,
            ReportedAt = late?.DoneAt, LateEntries = late is null ? null : [late], SetAsideAt = n.IsAside ? now : null,
            Check = n.Source == ReportSource.Public ? ContentState.NotRequired : missing.Count == 0 ? ContentState.Complete : ContentState.Returned,
        }, null);
    }

    public Place Where() => new(AreaCode, Latitude, Longitude, PlaceText);

    public Guid Subject() => IncidentId ?? Id;

    /// <summary>When it was sent: when it was made, where it was entered afterwards; else when it arrived.</summary>
    public DateTimeOffset SentAt() => ReportedAt ?? ReceivedAt;

    /// <summary>True while it waits for an officer's look, because too many came from where it came.</summary>
    public bool IsAside() => SetAsideAt is not null && TakenUpAt is null;

    /// <summary>The act as it was entered just now, where that was later than it was done.</summary>
    public LateEntry? Entered(ReportAct act, DateTimeOffset now) => LateEntries?.LastOrDefault(e => e.Act == act && e.EnteredAt == now);

    /// <summary>Reported values, replaced by verified ones where there are any. The reported ones stay in <see cref="Content"/>.</summary>
    public ReportedFacts Facts() => new(
        Category, Verified?.EventKind ?? Content.EventKind, Verified?.EventCode ?? Content.EventCode, Verified?.Place?.AreaCode ?? AreaCode,
        Verified?.Place is { } p ? p.Latitude : Latitude, Verified?.Place is { } q ? q.Longitude : Longitude, Verified?.OccurredAt ?? Content.OccurredAt,
        KnownAt, Verified?.Casualties ?? Content.Casualties ?? [], Content.SuspectedGrade, Content.Trend);

    /// <summary>The sender fills the gaps for which the report was returned.</summary>
    public Refusal? Complete(string agency, ReportContent more, byte[]? sceneContact, ReportContentRules rules, DateTimeOffset now, LateAct? late = null)
    {
        if (agency != FromAgency) return Refusal.Forbidden("not-the-sender", "Only the agency that sent a report completes it.");
        if (Check != ContentState.Returned) return new Refusal("not-returned", "This report was not returned.");
        var content = Content.Completed(more);
        if (content.Refuse("/content", Category) is { } no) return no;
        if (content.OccurredAt > KnownAt) return Refusal.Invalid("/content/occurredAt", "known-before-occurred", "Nobody can know of it before it happened.");
        if (late?.Refuse(SentAt(), now) is { } unlikely) return unlikely;
        Keep(ReportAct.Completed, late, now);
        (Content, SceneContact) = (content, SceneContact ?? sceneContact);
        Missing = [.. rules.Missing(Kind, Category, Content, Where(), SceneContact is not null)];
        if (Missing.Count == 0) Check = ContentState.Complete;
        Version++;
        return null;
    }

    /// <summary>Who acknowledges a report that was set aside takes it up.</summary>
    public Refusal? Acknowledge(string agency, DateTimeOffset now, LateAct? late = null)
    {
        if (Handles(agency) is { } no) return no;
        if (AcknowledgedAt is not null) return new Refusal("already-acknowledged", "This report was acknowledged before.");
        if (late?.Refuse(SentAt(), now) is { } unlikely) return unlikely;
        Keep(ReportAct.Acknowledged, late, now);
        TakeUp(now);
        (AcknowledgedAt, Agency, Version) = (late?.At(now) ?? now, agency, Version + 1);
        return null;
    }

    /// <summary>The next step of the escalation chain, from 1; null when the chain is used up or the report acknowledged.</summary>
    public int? Escalate(int steps)
    {
        if (AcknowledgedAt is not null || EscalationStep >= steps) return null;
        Version++;
        return ++EscalationStep;
    }

    public Refusal? Triage(string agency, ReportPriority priority, DateTimeOffset now, LateAct? late = null)
    {
        if ((Handles(agency) ?? late?.Refuse(SentAt(), now) ?? Move(ReportState.Triaged)) is { } no) return no;
        Keep(ReportAct.Triaged, late, now);
        TakeUp(now);
        (Priority, Agency) = (priority, agency);
        return null;
    }

    public Refusal? BeginVerification(string agency) => Handles(agency) ?? Move(ReportState.Verifying);

    /// <summary>It is true. Values that differ from the reported ones are kept beside them.</summary>
    public Refusal? Verify(string agency, VerifiedValues values)
    {
        if (Handles(agency) is { } no) return no;
        if (values.Refuse(Category, KnownAt) is { } wrong) return wrong;
        if (Move(ReportState.Verified) is { } illegal) return illegal;
        Verified = values.AsVerified();
        return null;
    }

    public Refusal? MarkUnfounded(string agency, UnfoundedReason reason)
    {
        if ((Handles(agency) ?? Move(ReportState.Unfounded)) is { } no) return no;
        Reason = reason;
        return null;
    }

    public Refusal? MarkDuplicate(string agency, Guid of)
    {
        if (of == Id) return Refusal.Invalid("/ofReportId", "own-duplicate", "A report is no duplicate of itself.");
        if ((Handles(agency) ?? Move(ReportState.Duplicate)) is { } no) return no;
        DuplicateOf = of;
        return null;
    }

    /// <summary>突发事件应对法 Art. 60: who is not competent hands it over at once. The other agency has a report of its own from then on.</summary>
    public Refusal? TransferTo(string agency, string to, DateTimeOffset now, LateAct? late = null)
    {
        if (Code.Refuse("/toAgency", to) is { } code) return code;
        if (to == Agency) return Refusal.Invalid("/toAgency", "own-agency", "The report is here already.");
        if ((Handles(agency) ?? late?.Refuse(SentAt(), now) ?? Move(ReportState.TransferredOut)) is { } no) return no;
        Keep(ReportAct.Transferred, late, now);
        TransferredTo = to;
        return null;
    }

    public Refusal? Reopen(string agency)
    {
        if ((Handles(agency) ?? Move(ReportState.Reopened)) is { } no) return no;
        Reason = null;
        return null;
    }

    public Refusal? Link(string agency, Guid incident)
    {
        if ((Handles(agency) ?? Move(ReportState.LinkedToIncident)) is { } no) return no;
        IncidentId = incident;
        return null;
    }

    /// <summary>The incident turned out to be another one.</summary>
    public void FollowMerge(Guid into) => (IncidentId, Version) = (into, Version + 1);

    /// <summary>The handling body reports it to a tier above. The first word of an event goes up with its gaps: what is missing follows.</summary>
    public Refusal? Relay(string agency, DateTimeOffset now, LateAct? late = null)
    {
        if (Handles(agency) is { } no) return no;
        if (Check == ContentState.Returned && Kind != ReportKind.Initial) return new Refusal("content-returned", "The report was returned; it goes up once it is complete.");
        if (State is ReportState.Unfounded or ReportState.Duplicate or ReportState.TransferredOut) return new Refusal("nothing-to-relay", $"A report that is {State} does not go up.");
        if (RelayedAt is not null) return new Refusal("already-relayed", "This report went up before; send a supplement.");
        if (late?.Refuse(SentAt(), now) is { } unlikely) return unlikely;
        Keep(ReportAct.Relayed, late, now);
        (RelayedAt, Version) = (late?.At(now) ?? now, Version + 1);
        return null;
    }

    public Refusal? Answer(string agency, DateTimeOffset now, LateAct? late = null)
    {
        if (Handles(agency) is { } no) return no;
        if (AnsweredAt is not null) return new Refusal("already-answered", "The person was answered before.");
        if (late?.Refuse(SentAt(), now) is { } unlikely) return unlikely;
        Keep(ReportAct.Answered, late, now);
        (AnsweredAt, Version) = (late?.At(now) ?? now, Version + 1);
        return null;
    }

    public void Supersede(Guid by) => (SupersededById, Version) = (by, Version + 1);

    public bool HasContact() => ReporterContact is not null || SceneContact is not null;

    /// <summary>The contacts are gone for good (突发事件应对法 Art. 85).</summary>
    public Refusal? DestroyContact()
    {
        if (!HasContact()) return new Refusal("no-contact", "This report holds no contact.");
        (ReporterContact, SceneContact, Version) = (null, null, Version + 1);
        return null;
    }

    /// <summary>A public report that nobody has taken up is open to every duty office; the first that acknowledges or triages it handles it.</summary>
    public Refusal? Handles(string agency) => agency == Agency || IsOpenToAll()
        ? null
        : Refusal.Forbidden("not-handling-agency", "Another agency handles this report.");

    public bool IsOpenToAll() => IsOpenToAll(Source, Origin, State, AcknowledgedAt);

    public static bool IsOpenToAll(ReportSource source, ReportOrigin origin, ReportState state, DateTimeOffset? acknowledgedAt) =>
        source == ReportSource.Public && origin == ReportOrigin.Sent && state == ReportState.Received && acknowledgedAt is null;

    private void Keep(ReportAct act, LateAct? late, DateTimeOffset now)
    {
        if (late is not null) LateEntries = [.. LateEntries ?? [], LateEntry.Of(act, late, now)];
    }

    private void TakeUp(DateTimeOffset now)
    {
        if (IsAside()) TakenUpAt = now;
    }

    private Refusal? Move(ReportState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        (State, Version) = (to, Version + 1);
        return null;
    }
}
