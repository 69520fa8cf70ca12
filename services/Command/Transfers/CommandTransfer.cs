using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Transfers;

/// <summary>A transfer of command 指挥权移交: proposed, briefed, accepted, then effective at one instant (domain.md C2); or taken over.</summary>
internal sealed class CommandTransfer
{
    public static readonly Lifecycle<TransferState> Life = new(
        (TransferState.Proposed, [TransferState.Briefed, TransferState.Rejected, TransferState.Lapsed]),
        (TransferState.Briefed, [TransferState.Accepted, TransferState.Rejected, TransferState.Lapsed]),
        (TransferState.Accepted, [TransferState.Effective, TransferState.Lapsed]));

    private CommandTransfer() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public TransferState State { get; private set; }
    public Guid IncidentId { get; private set; }
    public CommandForm Form { get; private set; }
    public string FromAgency { get; private set; } = "";
    public string ToAgency { get; private set; } = "";
    public List<string> Agencies { get; private set; } = [];
    public TransferReason Reason { get; private set; }
    public Briefing? Briefing { get; private set; }
    public DateTimeOffset ProposedAt { get; private set; }
    public DateTimeOffset? BriefedAt { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public DateTimeOffset? EffectiveAt { get; private set; }
    /// <summary>Why command was taken over from one who could not be reached, in words; stays in this service.</summary>
    public string? TakenOverBecause { get; private set; }

    public bool IsOpen => State is TransferState.Proposed or TransferState.Briefed or TransferState.Accepted;

    /// <summary>From one agency to another, or to a unified command with one lead.</summary>
    public static (CommandTransfer?, Refusal?) Propose(
        Guid id, Guid? exercise, IncidentCommand command, string to, IReadOnlyList<string> others, TransferReason reason, DateTimeOffset at)
    {
        if (reason == TransferReason.CommanderUnreachable)
            return (null, Refusal.Invalid("/reason", "take-over-instead", "Who cannot be reached does not hand over: take over command."));
        List<string> agencies = [to, .. others.Where(o => o != to).Distinct(StringComparer.Ordinal)];
        if (!agencies.TrueForAll(Code.Is)) return (null, Code.Refuse("/toAgency"));
        if (to == command.Current.Lead && agencies.Count == command.Current.Agencies.Count && agencies.TrueForAll(a => command.Current.Agencies.Contains(a)))
            return (null, Refusal.Invalid("/toAgency", "already-in-command", "This agency commands already."));
        return (To(id, exercise, command, agencies, reason, at), null);
    }

    /// <summary>
    /// Command is taken over from one who cannot be reached: nobody is there to brief or to hand over, so it is effective as it is made.
    /// Who may is for <see cref="Succession"/> to say.
    /// </summary>
    public static (CommandTransfer?, Refusal?) TakeOver(Guid id, IncidentCommand command, string by, IReadOnlyList<string> others, string because, DateTimeOffset at)
    {
        if (by == command.Current.Lead) return (null, new Refusal("already-in-command", "This agency commands already."));
        List<string> agencies = [by, .. others.Where(o => o != by).Distinct(StringComparer.Ordinal)];
        if (!agencies.TrueForAll(Code.Is)) return (null, Code.Refuse("/with"));
        var transfer = To(id, command.ExerciseId, command, agencies, TransferReason.CommanderUnreachable, at);
        if (command.Pass(transfer.Form, transfer.FromAgency, by, agencies, id, at) is { } refused) return (null, refused with { Pointer = null, Status = 409 });
        (transfer.State, transfer.EffectiveAt, transfer.TakenOverBecause) = (TransferState.Effective, at, because);
        return (transfer, null);
    }

    /// <summary>The outgoing commander tells the incoming one what ICS-201 asks for.</summary>
    public Refusal? Brief(string agency, Briefing briefing, DateTimeOffset at)
    {
        if (agency != FromAgency) return Refusal.Forbidden("not-the-outgoing-commander", "The outgoing commander briefs.");
        if (Move(TransferState.Briefed) is { } no) return no;
        (Briefing, BriefedAt) = (briefing, at);
        return null;
    }

    public Refusal? Accept(string agency, DateTimeOffset at)
    {
        if (Incoming(agency) is { } stranger) return stranger;
        if (Move(TransferState.Accepted) is { } no) return no;
        AcceptedAt = at;
        return null;
    }

    public Refusal? Reject(string agency) => Incoming(agency) ?? Move(TransferState.Rejected);

    public Refusal? Lapse() => Move(TransferState.Lapsed);

    /// <summary>Command passes. Either side may say so, and neither before the incoming commander accepted.</summary>
    public Refusal? TakeEffect(string agency, IncidentCommand command, DateTimeOffset at)
    {
        if (agency != FromAgency && agency != ToAgency) return Refusal.Forbidden("not-a-party", "The outgoing or the incoming commander announces it.");
        if (Life.Refuse(State, TransferState.Effective) is { } no) return no;
        if (at < AcceptedAt) return Refusal.Invalid("/effectiveAt", "before-acceptance", "Command passes after the incoming commander accepted.");
        if (command.Pass(Form, FromAgency, ToAgency, Agencies, Id, at) is { } refused) return refused;
        EffectiveAt = at;
        return Move(TransferState.Effective);
    }

    private static CommandTransfer To(Guid id, Guid? exercise, IncidentCommand command, List<string> agencies, TransferReason reason, DateTimeOffset at) => new()
    {
        Id = id,
        ExerciseId = exercise,
        IncidentId = command.Id,
        Form = agencies.Count > 1 ? CommandForm.Unified : CommandForm.Single,
        FromAgency = command.Current.Lead,
        ToAgency = agencies[0],
        Agencies = agencies,
        Reason = reason,
        ProposedAt = at,
    };

    private Refusal? Incoming(string agency) => agency == ToAgency
        ? null
        : Refusal.Forbidden("not-the-incoming-commander", "The incoming commander answers.");

    private Refusal? Move(TransferState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}

/// <summary>What the outgoing commander hands on; the least that ICS-201 asks for. Stays in this service.</summary>
/// <param name="Situation">What has happened and what is expected.</param>
/// <param name="Resources">What is on scene, on the way and asked for.</param>
/// <param name="Objectives">What is to be reached, and by which measures.</param>
/// <param name="RunningClocks">Duties that are running and when they are due.</param>
/// <param name="HazardsToStaff">What endangers those at work.</param>
public sealed record Briefing(
    [property: Text(4000)] string Situation, [property: Text(4000)] string Resources, [property: Text(4000)] string Objectives,
    [property: Text(4000)] string RunningClocks, [property: Text(4000)] string HazardsToStaff);
