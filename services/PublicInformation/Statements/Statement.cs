using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.PublicInformation.Statements;

/// <summary>What the public is told (domain.md C4). Every fact links to its source, and the approver is another person than the author.</summary>
internal sealed class Statement
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<StatementState> Life = new(
        (StatementState.Draft, [StatementState.FactChecked]),
        (StatementState.FactChecked, [StatementState.PendingApproval]),
        (StatementState.PendingApproval, [StatementState.Approved]),
        (StatementState.Approved, [StatementState.Published]),
        (StatementState.Published, [StatementState.Updated, StatementState.Corrected, StatementState.Retracted]));

    private Statement() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public StatementState State { get; private set; }
    public Guid? IncidentId { get; private set; }
    public string Title { get; private set; } = "";
    public string Body { get; private set; } = "";
    public string Language { get; private set; } = "";
    public List<Fact> Facts { get; private set; } = [];
    public List<Translation> Translations { get; private set; } = [];
    /// <summary>Subject of the author's token; never shown outside.</summary>
    public string Author { get; private set; } = "";
    public string Agency { get; private set; } = "";
    public string? Approver { get; private set; }
    /// <summary>The published statement that this one replaces.</summary>
    public Guid? Supersedes { get; private set; }
    public bool IsCorrection { get; private set; }
    /// <summary>Why a correction or retraction was needed; public.</summary>
    public string? Notice { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }

    public static (Statement?, Refusal?) Write(DraftStatement request, Statement? supersedes, string author, string agency, Guid? exercise)
    {
        if (request.Supersedes is not null && supersedes?.State != StatementState.Published)
            return (null, Refusal.Invalid("/supersedes", "not-published", "Only a published statement is updated or corrected."));
        if (request.IsCorrection && (request.Supersedes is null || request.Notice is null))
            return (null, Refusal.Invalid("/notice", "notice-required", "A correction names the statement it corrects and says why."));
        return (new Statement
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = exercise,
            State = StatementState.Draft,
            IncidentId = request.IncidentId,
            Title = request.Title,
            Body = request.Body,
            Language = request.Language,
            Facts = [.. request.Facts],
            Author = author,
            Agency = agency,
            Supersedes = request.Supersedes,
            IsCorrection = request.IsCorrection,
            Notice = request.Notice,
        }, null);
    }

    /// <summary>Every fact was compared with its source.</summary>
    public Refusal? CheckFacts() => Facts.Count == 0
        ? new Refusal("fact-required", "A statement rests on at least one fact that links to its source.", "/facts")
        : Move(StatementState.FactChecked);

    public Refusal? Submit() => Move(StatementState.PendingApproval);

    public Refusal? Approve(string approver)
    {
        if (approver == Author) return Refusal.Forbidden("approver-is-author", "Another person approves what you wrote.");
        if (Move(StatementState.Approved) is { } no) return no;
        Approver = approver;
        return null;
    }

    public Refusal? Publish(DateTimeOffset at)
    {
        if (Move(StatementState.Published) is { } no) return no;
        PublishedAt = at;
        return null;
    }

    /// <summary>A newer published statement takes its place; this one stays visible.</summary>
    public Refusal? GiveWay(bool correction) => Move(correction ? StatementState.Corrected : StatementState.Updated);

    public Refusal? Retract(string notice)
    {
        if (Move(StatementState.Retracted) is { } no) return no;
        Notice = notice;
        return null;
    }

    /// <summary>Adds a language, or plain words for people with special needs (Art. 11).</summary>
    public Refusal? Translate(Translation translation)
    {
        if (Translations.Any(t => t.Language == translation.Language && t.Plain == translation.Plain) || (translation.Language == Language && !translation.Plain))
            return new Refusal("translation-exists", "The statement stands in this language.", "/language");
        Translations = [.. Translations, translation];
        Version++;
        return null;
    }

    private Refusal? Move(StatementState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}

/// <summary>A fact and where it comes from.</summary>
/// <param name="Text">The fact, in public words.</param>
/// <param name="Source">What kind of entry it comes from.</param>
/// <param name="SourceId">The entry: a report, ledger entry, laboratory result or notice.</param>
/// <param name="SourceAgency">The agency that answers for it.</param>
public sealed record Fact([property: Text(500)] string Text, FactSource Source, Guid SourceId, [property: Text(40)] string SourceAgency);

/// <summary>Kinds of source.</summary>
public enum FactSource
{
    /// <summary>A verified report.</summary>
    Report,
    /// <summary>An entry of the casualty ledger.</summary>
    CasualtyLedger,
    /// <summary>A laboratory result.</summary>
    Laboratory,
    /// <summary>A notice of a utility or agency.</summary>
    AgencyNotice,
    /// <summary>A decision: level, warning or order.</summary>
    Decision,
}

/// <summary>The statement in another language, or in plain words.</summary>
public sealed record Translation([property: Text(12)] string Language, [property: Text(200)] string Title, [property: Text(4000)] string Body, bool Plain = false);
