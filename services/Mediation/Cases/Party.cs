using Coordination.Platform;

namespace Coordination.Mediation.Cases;

/// <summary>One party of a case. Name and contact are sealed; consent is logged and may be taken back at any moment.</summary>
internal sealed class Party
{
    /// <summary>The table of consent: a refusal or withdrawal is final for this case.</summary>
    public static readonly Lifecycle<PartyConsent> Life = new(
        (PartyConsent.NotAsked, [PartyConsent.Asked]),
        (PartyConsent.Asked, [PartyConsent.Given, PartyConsent.Refused]),
        (PartyConsent.Given, [PartyConsent.Withdrawn]));

    private Party() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public Guid CaseId { get; private set; }
    public PartySide Side { get; private set; }
    public byte[] Name { get; private set; } = [];
    public byte[] Contact { get; private set; } = [];
    public PartyConsent Consent { get; private set; }
    public List<ConsentEntry> ConsentLog { get; private set; } = [];
    public bool IsRepresentative { get; private set; }
    /// <summary>Told that court, arbitration and complaint stay open to them; from then on left alone.</summary>
    public DateTimeOffset? RightsNotifiedAt { get; private set; }
    /// <summary>Agrees that a statement without names is made; a case is secret unless both sides do (条例701 Art. 42).</summary>
    public bool AllowsStatement { get; private set; }

    /// <summary>An applicant agrees by applying.</summary>
    public static Party Join(Case @case, PartySide side, byte[] name, byte[] contact, bool applied, DateTimeOffset at, Guid? id = null) => new()
    {
        Id = id ?? Guid.CreateVersion7(),
        ExerciseId = @case.ExerciseId,
        CaseId = @case.Id,
        Side = side,
        Name = name,
        Contact = contact,
        Consent = applied ? PartyConsent.Given : PartyConsent.NotAsked,
        ConsentLog = applied ? [new(PartyConsent.Given, at)] : [],
    };

    /// <summary>Asked once. Who is silent or refuses is not asked again.</summary>
    public Refusal? Ask(DateTimeOffset at) => Consent == PartyConsent.NotAsked
        ? Move(PartyConsent.Asked, at)
        : new Refusal("asked-once", "A party is asked once; nobody is pressed to take part.");

    public Refusal? Agree(DateTimeOffset at) => Move(PartyConsent.Given, at);

    public Refusal? Refuse(DateTimeOffset at)
    {
        if (Move(PartyConsent.Refused, at) is { } no) return no;
        RightsNotifiedAt = at;
        return null;
    }

    public Refusal? Withdraw(DateTimeOffset at)
    {
        if (Move(PartyConsent.Withdrawn, at) is { } no) return no;
        RightsNotifiedAt = at;
        (IsRepresentative, AllowsStatement) = (false, false);
        return null;
    }

    /// <summary>Chosen by their own side to speak for it; five at most (条例701 Art. 30).</summary>
    public Refusal? Represent(IReadOnlyCollection<Party> parties)
    {
        if (Consent != PartyConsent.Given) return new Refusal("consent-missing", "Only a party that takes part speaks for its side.");
        if (IsRepresentative) return null;
        if (parties.Count(p => p.Side == Side && p.IsRepresentative) >= 5) return new Refusal("representatives-limit", "A side has at most five representatives.");
        IsRepresentative = true;
        Version++;
        return null;
    }

    /// <summary>May be said and taken back at any time.</summary>
    public Refusal? AllowStatement(bool allows)
    {
        if (Consent != PartyConsent.Given) return new Refusal("consent-missing", "Only a party that takes part decides on a statement.");
        if (AllowsStatement == allows) return null;
        AllowsStatement = allows;
        Version++;
        return null;
    }

    /// <summary>Name and contact are gone; the log of consent stays.</summary>
    public void DestroyPersonalData()
    {
        (Name, Contact) = ([], []);
        Version++;
    }

    private Refusal? Move(PartyConsent to, DateTimeOffset at)
    {
        if (Life.Refuse(Consent, to) is { } no) return no;
        Consent = to;
        ConsentLog = [.. ConsentLog, new(to, at)];
        Version++;
        return null;
    }
}

/// <summary>Which side a party is on.</summary>
public enum PartySide
{
    /// <summary>Applies.</summary>
    Applicant,
    /// <summary>Is applied against.</summary>
    Respondent,
}

/// <summary>Whether a party takes part.</summary>
public enum PartyConsent
{
    /// <summary>Not asked yet.</summary>
    NotAsked,
    /// <summary>Asked; has not answered.</summary>
    Asked,
    /// <summary>Takes part.</summary>
    Given,
    /// <summary>Does not; was told their rights and is left alone.</summary>
    Refused,
    /// <summary>No longer does.</summary>
    Withdrawn,
}

/// <summary>An entry of the consent log.</summary>
public sealed record ConsentEntry(PartyConsent Consent, DateTimeOffset At);
