using Coordination.Mediation.Cases;
using Coordination.Platform;

namespace Coordination.Mediation.Mediators;

/// <summary>States of a mediator in a case.</summary>
public enum AppointmentState
{
    /// <summary>Offered to the parties.</summary>
    Proposed,
    /// <summary>Accepted by them.</summary>
    Accepted,
    /// <summary>Challenged by one.</summary>
    Challenged,
    /// <summary>Stepped back.</summary>
    Recused,
}

/// <summary>A mediator offered for a case. They declare what could bind them before anyone accepts; a challenge needs no proof.</summary>
internal sealed class Appointment
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<AppointmentState> Life = new(
        (AppointmentState.Proposed, [AppointmentState.Accepted, AppointmentState.Challenged, AppointmentState.Recused]),
        (AppointmentState.Accepted, [AppointmentState.Challenged, AppointmentState.Recused]),
        (AppointmentState.Challenged, [AppointmentState.Recused]));

    private Appointment() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public Guid CaseId { get; private set; }
    /// <summary>Subject of the mediator's token.</summary>
    public string Mediator { get; private set; } = "";
    public List<MediatorSkill> Skills { get; private set; } = [];
    public bool? HasConflict { get; private set; }
    public AppointmentState State { get; private set; }
    public Guid? ChallengedBy { get; private set; }
    public PartySide? ChallengingSide { get; private set; }
    /// <summary>Parties that accepted; at least one of each side speaks for it.</summary>
    public List<Guid> AcceptedBy { get; private set; } = [];

    public static Appointment Propose(Case @case, ProposeMediator request) => new()
    {
        Id = Guid.CreateVersion7(),
        ExerciseId = @case.ExerciseId,
        CaseId = @case.Id,
        Mediator = request.Mediator,
        Skills = [.. request.Skills],
        State = AppointmentState.Proposed,
    };

    /// <summary>Says whether anything binds them to a party.</summary>
    public Refusal? Declare(bool hasConflict)
    {
        if (State != AppointmentState.Proposed) return new Refusal("illegal-transition", "A declaration comes before the parties decide.");
        HasConflict = hasConflict;
        Version++;
        return null;
    }

    /// <summary>Both sides accept, each by at least one party that takes part, once the mediator has declared that nothing binds them.</summary>
    public Refusal? Accept(IReadOnlyList<Guid> accepting, IReadOnlyCollection<Party> parties)
    {
        if (HasConflict is null) return new Refusal("declaration-missing", "The mediator has not declared whether anything binds them to a party.");
        if (HasConflict is true) return new Refusal("conflict-of-interest", "A mediator who is bound to a party is not appointed.");
        var taking = parties.Where(p => p.Consent == PartyConsent.Given && accepting.Contains(p.Id)).ToList();
        if (taking.Count != accepting.Distinct().Count()) return Refusal.Invalid("/partyIds", "party", "Must be parties that take part.");
        if (taking.Select(p => p.Side).Distinct().Count() < 2) return new Refusal("both-sides", "Both sides accept the mediator.");
        if (Move(AppointmentState.Accepted) is { } no) return no;
        AcceptedBy = [.. taking.Select(p => p.Id)];
        return null;
    }

    /// <summary>A side objects, without having to say why; each side may do so once in a case.</summary>
    public Refusal? Challenge(Party party, IReadOnlyCollection<Appointment> offered)
    {
        if (party.Consent != PartyConsent.Given) return Refusal.Invalid("/partyId", "party", "Must be a party that takes part.");
        if (offered.Any(a => a.ChallengingSide == party.Side)) return new Refusal("challenged-once", "Each side challenges once; it accepts another mediator or takes its consent back.");
        if (Move(AppointmentState.Challenged) is { } no) return no;
        (ChallengedBy, ChallengingSide) = (party.Id, party.Side);
        return null;
    }

    /// <summary>Steps back: challenged, or of their own accord.</summary>
    public Refusal? Recuse() => Move(AppointmentState.Recused);

    private Refusal? Move(AppointmentState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}

/// <summary>What a mediator knows about.</summary>
public enum MediatorSkill
{
    /// <summary>Law.</summary>
    Law,
    /// <summary>Medicine.</summary>
    Medicine,
    /// <summary>Labour.</summary>
    Labour,
    /// <summary>Tenancy and property.</summary>
    Tenancy,
    /// <summary>Commerce.</summary>
    Commerce,
    /// <summary>Community affairs.</summary>
    Community,
    /// <summary>Psychology.</summary>
    Psychology,
}
