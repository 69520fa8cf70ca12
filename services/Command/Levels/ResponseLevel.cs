using Coordination.Command.Incidents;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Levels;

/// <summary>The response level of an incident (突发事件应对法 Art. 71, 72): matter, level, expected end and measures are stated before it is in force.</summary>
internal sealed class ResponseLevel
{
    /// <summary>The transition table. A raise, a lowering or an end that is not agreed to leaves the level in force as it is.</summary>
    public static readonly Lifecycle<ResponseLevelState> Life = new(
        (ResponseLevelState.Proposed, [ResponseLevelState.Approved, ResponseLevelState.Rejected]),
        (ResponseLevelState.Approved, [ResponseLevelState.InForce]),
        (ResponseLevelState.InForce, [ResponseLevelState.RaiseProposed, ResponseLevelState.LowerProposed, ResponseLevelState.EndProposed]),
        (ResponseLevelState.RaiseProposed, [ResponseLevelState.InForce]),
        (ResponseLevelState.LowerProposed, [ResponseLevelState.InForce]),
        (ResponseLevelState.EndProposed, [ResponseLevelState.Ended, ResponseLevelState.InForce]));

    private ResponseLevel() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public Guid IncidentId { get; private set; }
    public string Jurisdiction { get; private set; } = "";
    public ResponseLevelState State { get; private set; }
    public ResponseGrade Level { get; private set; }
    /// <summary>The level that a raise or lowering would set.</summary>
    public ResponseGrade? ProposedLevel { get; private set; }
    /// <summary>The matter, in words; stays in this service.</summary>
    public string Matter { get; private set; } = "";
    public List<string> Measures { get; private set; } = [];
    /// <summary>The plan version it is activated under.</summary>
    public Guid? PlanVersionId { get; private set; }
    public DateTimeOffset ExpectedEnd { get; private set; }
    public string ProposedBy { get; private set; } = "";
    public string? ApprovedBy { get; private set; }
    /// <summary>Set in force by the duty lead at level IV; an authorised body must confirm it.</summary>
    public bool SelfActivated { get; private set; }
    public string? ConfirmedBy { get; private set; }
    /// <summary>Nobody confirmed in time.</summary>
    public bool ConfirmationOverdue { get; private set; }
    public string? EndReason { get; private set; }
    /// <summary>Who did not agree to it, or last did not agree to its end.</summary>
    public string? RefusedBy { get; private set; }
    /// <summary>Why, in words; stays in this service.</summary>
    public string? RefusedBecause { get; private set; }

    public static (ResponseLevel?, Refusal?) Propose(Incident incident, ProposeResponseLevel request, string agency, DateTimeOffset now)
    {
        if (!incident.IsOpen || incident.State == IncidentState.Reported) return (null, new Refusal("incident-not-open", "A level is set for a confirmed incident whose response has not ended."));
        if (request.ExpectedEnd <= now) return (null, Refusal.Invalid("/expectedEnd", "expected-end", "The expected end lies after now."));
        return (new ResponseLevel
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = incident.ExerciseId,
            IncidentId = incident.Id,
            Jurisdiction = incident.Jurisdiction,
            State = ResponseLevelState.Proposed,
            Level = request.Level,
            Matter = request.Matter,
            Measures = [.. request.Measures],
            PlanVersionId = request.PlanVersionId,
            ExpectedEnd = request.ExpectedEnd,
            ProposedBy = agency,
        }, null);
    }

    public Refusal? Approve(string agency)
    {
        if (Move(ResponseLevelState.Approved) is { } no) return no;
        ApprovedBy = agency;
        return null;
    }

    /// <summary>The authorised body does not agree to the level: it never comes into force, and another may be proposed.</summary>
    public Refusal? Reject(string agency, string because)
    {
        if (Move(ResponseLevelState.Rejected) is { } no) return no;
        (RefusedBy, RefusedBecause) = (agency, because);
        return null;
    }

    public Refusal? PutInForce() => State is ResponseLevelState.Approved ? Move(ResponseLevelState.InForce) : Life.Refuse(State, ResponseLevelState.Approved) ?? NotYet();

    /// <summary>The duty lead sets level IV in force alone when there is no time; confirmation is owed.</summary>
    public Refusal? SelfActivate(string agency)
    {
        if (Level != ResponseGrade.IV) return Refusal.Forbidden("self-activation", "A duty lead sets level IV in force alone, no higher one.");
        if (Life.Refuse(State, ResponseLevelState.Approved) is { } no) return no;
        // Approval and entry into force are one decision here, so one version.
        (State, ApprovedBy, SelfActivated) = (ResponseLevelState.Approved, agency, true);
        return Move(ResponseLevelState.InForce);
    }

    public Refusal? Confirm(string agency)
    {
        if (!SelfActivated || ConfirmedBy is not null) return new Refusal("nothing-to-confirm", "It was not set in force by a duty lead alone, or is confirmed.");
        ConfirmedBy = agency;
        Version++;
        return null;
    }

    public void MissConfirmation()
    {
        if (!SelfActivated || ConfirmedBy is not null || ConfirmationOverdue) return;
        ConfirmationOverdue = true;
        Version++;
    }

    public Refusal? ProposeChange(ResponseGrade to)
    {
        if (to == Level) return Refusal.Invalid("/level", "same-level", "This level is in force.");
        if (Move(to > Level ? ResponseLevelState.RaiseProposed : ResponseLevelState.LowerProposed) is { } no) return no;
        ProposedLevel = to;
        return null;
    }

    public Refusal? ApproveChange(string agency, bool agree)
    {
        if (ProposedLevel is not { } to) return NotYet();
        if (Move(ResponseLevelState.InForce) is { } no) return no;
        if (agree) (Level, ApprovedBy, SelfActivated) = (to, agency, false);
        ProposedLevel = null;
        return null;
    }

    public Refusal? Extend(DateTimeOffset until, DateTimeOffset now)
    {
        if (State != ResponseLevelState.InForce) return NotYet();
        if (until <= now || until <= ExpectedEnd) return Refusal.Invalid("/expectedEnd", "expected-end", "An extension ends after now and after the present end.");
        ExpectedEnd = until;
        Version++;
        return null;
    }

    public Refusal? ProposeEnd(string reason)
    {
        if (Move(ResponseLevelState.EndProposed) is { } no) return no;
        EndReason = reason;
        return null;
    }

    public Refusal? End() => Move(ResponseLevelState.Ended);

    /// <summary>The authorised body does not agree to the end: the level goes on as it was, and its review clock with it.</summary>
    public Refusal? RefuseEnd(string agency, string because)
    {
        if (State != ResponseLevelState.EndProposed) return NotYet();
        if (Move(ResponseLevelState.InForce) is { } no) return no;
        (EndReason, RefusedBy, RefusedBecause) = (null, agency, because);
        return null;
    }

    private Refusal NotYet() => new("illegal-transition", $"From {State} this is not possible.");

    private Refusal? Move(ResponseLevelState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}
