using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.PublicInformation.Statements;

/// <summary>What the public is told (domain.md C4). Every fact links to its source, and the approver is another person than those who wrote.</summary>
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
    public List<TranslationVariant> Translations { get; private set; } = [];
    /// <summary>Subject of the author's token; never shown outside.</summary>
    public string Author { get; private set; } = "";
    public string Agency { get; private set; } = "";
    public string? Approver { get; private set; }
    /// <summary>The published statement that this one replaces.</summary>
    public Guid? Supersedes { get; private set; }
    /// <summary>The published statement that replaced this one.</summary>
    public Guid? SupersededBy { get; private set; }
    public bool IsCorrection { get; private set; }
    /// <summary>Why a correction or retraction was needed; public.</summary>
    public string? Notice { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    /// <summary>When it was replaced or taken back.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public static (Statement?, Refusal?) Write(DraftStatement request, Statement? supersedes, string author, string agency, Guid? exercise)
    {
        if (!Languages.IsTag(request.Language)) return (null, Refusal.Invalid("/language", "language", "A language tag such as zh-CN."));
        if (request.Supersedes is not null && supersedes?.State != StatementState.Published)
            return (null, Refusal.Invalid("/supersedes", "not-published", "Only a published statement is updated or corrected."));
        if (request.IsCorrection && (request.Supersedes is null || request.Notice is null))
            return (null, Refusal.Invalid("/notice", "notice-required", "A correction names the statement it corrects and says why."));
        if (supersedes is not null && request.IncidentId is { } about && about != supersedes.IncidentId)
            return (null, Refusal.Invalid("/incidentId", "other-incident", "An update or correction is about the incident of the statement it replaces."));
        return (new Statement
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = exercise,
            State = StatementState.Draft,
            IncidentId = request.IncidentId ?? supersedes?.IncidentId,
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

    /// <summary>Writes it anew while it is a draft; who writes last is its author.</summary>
    public Refusal? Rewrite(string title, string body, IReadOnlyList<Fact> facts, string author)
    {
        if (State != StatementState.Draft) return new Refusal("not-a-draft", $"Only a draft is rewritten; this one is {State}.");
        (Title, Body, Facts, Author) = (title, body, [.. facts], author);
        Version++;
        return null;
    }

    /// <summary>Every fact was compared with its source.</summary>
    public Refusal? CheckFacts() => State == StatementState.Draft && Facts.Count == 0
        ? new Refusal("fact-required", "A statement rests on at least one fact that links to its source.", "/facts")
        : Move(StatementState.FactChecked);

    public Refusal? Submit() => Move(StatementState.PendingApproval);

    /// <summary>Approves the words in every language that stands by then.</summary>
    public Refusal? Approve(string approver)
    {
        if (approver == Author || Translations.Exists(t => t.Author == approver)) return Refusal.Forbidden("approver-is-author", "Another person approves what you wrote.");
        if (Move(StatementState.Approved) is { } no) return no;
        Approver = approver;
        Translations = [.. Translations.Select(t => t with { Approved = true })];
        return null;
    }

    public Refusal? Publish(DateTimeOffset at)
    {
        if (Move(StatementState.Published) is { } no) return no;
        PublishedAt = at;
        return null;
    }

    /// <summary>A newer published statement takes its place; this one stays visible.</summary>
    public Refusal? GiveWay(Guid to, bool correction, DateTimeOffset at)
    {
        if (Move(correction ? StatementState.Corrected : StatementState.Updated) is { } no) return no;
        (SupersededBy, EndedAt) = (to, at);
        return null;
    }

    /// <summary>Takes it back. The notice is public, and so does the statement stay.</summary>
    public Refusal? Retract(string notice, DateTimeOffset at)
    {
        if (Move(StatementState.Retracted) is { } no) return no;
        (Notice, EndedAt) = (notice, at);
        return null;
    }

    /// <summary>Adds a language, or plain words for people with special needs (Art. 11). It is public once another person approved it.</summary>
    public Refusal? Translate(Translation translation, string author)
    {
        if (EndedAt is not null) return new Refusal("statement-ended", "It was replaced or taken back; translate its successor.");
        if (!Languages.IsTag(translation.Language)) return Refusal.Invalid("/language", "language", "A language tag such as en.");
        if (Find(translation.Language, translation.Plain) is not null || (Same(translation.Language, Language) && !translation.Plain))
            return new Refusal("translation-exists", "The statement stands in this language.", "/language");
        Translations = [.. Translations, new TranslationVariant(translation.Language, translation.Plain, translation.Title, translation.Body, author, Approved: false)];
        Version++;
        return null;
    }

    /// <summary>Another person than the translator approves a translation that came after the statement's approval.</summary>
    public Refusal? ApproveTranslation(string language, bool plain, string approver)
    {
        if (Find(language, plain) is not { } variant) return Refusal.Invalid("/language", "no-translation", "The statement does not stand in this language.");
        if (variant.Approved) return new Refusal("translation-approved", "It was approved before.");
        if (Approver is null) return new Refusal("not-approved", "The statement itself is approved first, its translations with it.");
        if (variant.Author == approver) return Refusal.Forbidden("approver-is-author", "Another person approves what you wrote.");
        Translations = [.. Translations.Select(t => t == variant ? t with { Approved = true } : t)];
        Version++;
        return null;
    }

    private TranslationVariant? Find(string language, bool plain) => Translations.Find(t => Same(t.Language, language) && t.Plain == plain);

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private Refusal? Move(StatementState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}

/// <summary>The statement in another language or in plain words, and whether another person approved it.</summary>
internal sealed record TranslationVariant(string Language, bool Plain, string Title, string Body, string Author, bool Approved);
