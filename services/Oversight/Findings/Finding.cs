using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Oversight.Findings;

/// <summary>Something that an agency may have done wrong (domain.md C6). The agency has the right to reply before anyone decides, and nothing upholds itself.</summary>
internal sealed class Finding
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<FindingState> Life = new(
        (FindingState.Raised, [FindingState.Replied]),
        (FindingState.Replied, [FindingState.Upheld, FindingState.Dismissed]),
        (FindingState.Upheld, [FindingState.ActionAssigned]),
        (FindingState.ActionAssigned, [FindingState.Implemented]),
        (FindingState.Implemented, [FindingState.Verified]),
        (FindingState.Verified, [FindingState.Closed]),
        (FindingState.Dismissed, [FindingState.Closed]));

    private Finding() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public FindingKind Kind { get; private set; }
    public FindingState State { get; private set; }
    public Guid? IncidentId { get; private set; }
    /// <summary>The agency it is about; never a member of the public.</summary>
    public string Agency { get; private set; } = "";
    /// <summary>The clock or entity it rests on.</summary>
    public Guid EvidenceId { get; private set; }
    /// <summary>An outage held the report back: whoever decides sees it.</summary>
    public bool OutageEvidence { get; private set; }
    public string? Reply { get; private set; }
    public string? Reason { get; private set; }
    public string? Action { get; private set; }
    public DateTimeOffset RaisedAt { get; private set; }

    public static Finding Raise(FindingKind kind, Guid? incident, string agency, Guid evidence, bool outage, Guid? exercise, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        ExerciseId = exercise,
        Kind = kind,
        State = FindingState.Raised,
        IncidentId = incident,
        Agency = agency,
        EvidenceId = evidence,
        OutageEvidence = outage,
        RaisedAt = at,
    };

    public Refusal? ReplyTo(string agency, string reply)
    {
        if (agency != Agency) return Refusal.Forbidden("not-the-agency", "The agency it is about replies.");
        if (Move(FindingState.Replied) is { } no) return no;
        Reply = reply;
        return null;
    }

    public Refusal? Decide(bool upheld, string reason, string agency)
    {
        if (Own(agency) is { } own) return own;
        if (Move(upheld ? FindingState.Upheld : FindingState.Dismissed) is { } no) return no;
        Reason = reason;
        return null;
    }

    public Refusal? Assign(string action, string agency)
    {
        if (Own(agency) is { } own) return own;
        if (Move(FindingState.ActionAssigned) is { } no) return no;
        Action = action;
        return null;
    }

    public Refusal? Implement(string agency) => agency == Agency
        ? Move(FindingState.Implemented)
        : Refusal.Forbidden("not-the-agency", "The agency it is about says that it was done.");

    public Refusal? Verify(string agency) => Own(agency) ?? Move(FindingState.Verified);

    public Refusal? Close(string agency) => Own(agency) ?? Move(FindingState.Closed);

    /// <summary>The agency it is about replies and acts; it never judges.</summary>
    private Refusal? Own(string agency) => agency == Agency ? Refusal.Forbidden("own-finding", "Nobody decides on their own agency.") : null;

    private Refusal? Move(FindingState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}
