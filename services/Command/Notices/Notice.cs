using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Notices;

/// <summary>
/// What one agency tells others of an incident (通报): neighbours, departments, the level above. They see the notice and, by it, nothing else of the incident. A text that was
/// wrong is never overwritten: the next revision goes out, and is received again.
/// </summary>
internal sealed class Notice
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<NoticeState> Life = new(
        (NoticeState.Issued, [NoticeState.Corrected, NoticeState.Withdrawn]),
        (NoticeState.Corrected, [NoticeState.Corrected, NoticeState.Withdrawn]));

    private Notice() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public NoticeState State { get; private set; }
    public Guid IncidentId { get; private set; }
    public string FromAgency { get; private set; } = "";
    public DateTimeOffset IssuedAt { get; private set; }
    /// <summary>Agencies, never persons.</summary>
    public List<string> Agencies { get; private set; } = [];
    /// <summary>What it says and said, oldest first; in words, which stay in this service.</summary>
    public List<NoticeText> Texts { get; private set; } = [];
    /// <summary>Who reads it besides those in the incident: its recipients, and whoever was told that one of them is silent.</summary>
    public string Audience { get; private set; } = "";

    /// <summary>Each of its texts goes to every recipient, and every reader of the notice: our limit.</summary>
    private const int Most = 100;

    public NoticeText Newest => Texts[^1];

    public int Revision => Texts.Count;

    /// <summary>Goes out at once.</summary>
    /// <param name="incident">The incident that it is about.</param>
    /// <param name="exercise">The exercise that the incident belongs to, or null.</param>
    /// <param name="text">What it says, and who says it.</param>
    /// <param name="agencies">Whom it goes to; twice is once.</param>
    public static (Notice?, Refusal?) Issue(Guid incident, Guid? exercise, NoticeText text, IEnumerable<string> agencies)
    {
        List<string> to = [.. agencies.Distinct(StringComparer.Ordinal)];
        if (to.Count == 0) return (null, Refusal.Invalid("/agencies", "required", "Name agencies or jurisdictions that are to be notified."));
        if (to.Contains(text.ByAgency)) return (null, Refusal.Invalid("/agencies", "own-agency", "An agency does not notify itself."));
        return (new()
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = exercise,
            IncidentId = incident,
            FromAgency = text.ByAgency,
            IssuedAt = text.At,
            Agencies = to,
            Texts = [text],
            Audience = Addressed.Of(to),
        }, null);
    }

    public Refusal? Correct(NoticeText text)
    {
        if (State != NoticeState.Withdrawn && (text.Text, text.Purpose) == (Newest.Text, Newest.Purpose))
            return Refusal.Invalid("/text", "same-text", "It says this already.");
        if (Texts.Count >= Most) return Refusal.Invalid("/text", "too-many-texts", $"A notice has at most {Most} texts: withdraw it and issue another.");
        return Say(NoticeState.Corrected, text);
    }

    /// <summary>Taken back: the newest text is the reason.</summary>
    public Refusal? Withdraw(string reason, string agency, DateTimeOffset at) => Say(NoticeState.Withdrawn, new(Newest.Purpose, reason, agency, at));

    /// <summary>Whoever is told that a recipient is silent reads what it is silent about.</summary>
    public void ShowTo(string agency)
    {
        if (Addressed.Has(Audience, agency)) return;
        Audience = Addressed.With(Audience, agency);
        Version++;
    }

    private Refusal? Say(NoticeState to, NoticeText text)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        (State, Texts) = (to, [.. Texts, text]);
        Version++;
        return null;
    }
}

/// <summary>One revision of a notice.</summary>
/// <param name="Purpose">What is asked of its recipients.</param>
/// <param name="Text">In words; of a withdrawal, why.</param>
/// <param name="ByAgency">Who says it.</param>
/// <param name="At">When.</param>
public sealed record NoticeText(NoticePurpose Purpose, string Text, string ByAgency, DateTimeOffset At);
