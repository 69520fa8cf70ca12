using Coordination.Command.Incidents;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Investigations;

/// <summary>
/// The investigation 事故调查 of an accident by the body of its grade (条例493 Art. 19 to 34): a team reports, and the authority replies. It is of what happened and what
/// is to be better; the report itself stays with the authority, and nothing here says a word of a person.
/// </summary>
internal sealed class Investigation
{
    /// <summary>The greatest extension of either time (Art. 29, 32), in days.</summary>
    public const int MostReportDays = 60, MostReplyDays = 30;

    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<InvestigationState> Life = new(
        (InvestigationState.Investigating, [InvestigationState.Appraising, InvestigationState.Submitted, InvestigationState.Superseded, InvestigationState.Discontinued]),
        (InvestigationState.Appraising, [InvestigationState.Investigating, InvestigationState.Superseded, InvestigationState.Discontinued]),
        (InvestigationState.Submitted, [InvestigationState.Replied, InvestigationState.Superseded]),
        (InvestigationState.Replied, [InvestigationState.Published]));

    private Investigation() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public InvestigationState State { get; private set; }
    public Guid IncidentId { get; private set; }
    /// <summary>From 1 in an incident.</summary>
    public int Number { get; private set; }
    /// <summary>The grade that decided who investigates; null where none was confirmed.</summary>
    public IncidentGrade? Grade { get; private set; }
    /// <summary>Who began it, and replies.</summary>
    public string Authority { get; private set; } = "";
    public List<string> Team { get; private set; } = [];
    public DateTimeOffset BegunAt { get; private set; }
    public int? ReportExtendedByDays { get; private set; }
    public int? ReplyExtendedByDays { get; private set; }
    /// <summary>Number of the report in the authority's own register.</summary>
    public string? ReportReference { get; private set; }
    /// <summary>The person who submitted: another replies.</summary>
    public string? Submitter { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public string? ReplyReference { get; private set; }
    public DateTimeOffset? RepliedAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    /// <summary>Why it was discontinued, in words; stays in this service.</summary>
    public string? Reason { get; private set; }
    /// <summary>The grade when the report was submitted, which decides until when the authority replies.</summary>
    public IncidentGrade? GradeAtReport { get; private set; }

    /// <summary>True until the authority has replied.</summary>
    public bool IsOpen => State is InvestigationState.Investigating or InvestigationState.Appraising or InvestigationState.Submitted;

    /// <summary>Who may begin was asked before. One takes the place of another only where the accident turned out too grave for whoever began that (Art. 20).</summary>
    public static (Investigation?, Refusal?) Begin(
        Incident incident, IReadOnlyCollection<string> team, IReadOnlyCollection<Investigation> before, Func<string, bool> mayStill, string agency, DateTimeOffset at)
    {
        var standing = before.Where(i => i.State is not (InvestigationState.Superseded or InvestigationState.Discontinued)).MaxBy(i => i.Number);
        if ((InvestigationGround.Refuse(incident, standing, mayStill) ?? (team.All(Code.Is) ? null : Code.Refuse("/team"))) is { } no) return (null, no);
        if (standing?.IsOpen == true) standing.Move(InvestigationState.Superseded);
        return (new()
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = incident.ExerciseId,
            IncidentId = incident.Id,
            Number = before.Count + 1,
            Grade = incident.Grade,
            Authority = agency,
            Team = [.. team.Distinct(StringComparer.Ordinal)],
            BegunAt = at,
        }, null);
    }

    public Refusal? AddToTeam(string agency, string member)
    {
        if ((NotTheirs(agency) ?? (Code.Is(member) ? null : Code.Refuse("/agency"))) is { } no) return no;
        if (State is not (InvestigationState.Investigating or InvestigationState.Appraising)) return new Refusal("not-investigating", $"It is {State}: a team is formed until it reports.");
        if (Team.Contains(member)) return new Refusal("in-the-team", "It is in the team.", "/agency");
        (Team, Version) = ([.. Team, member], Version + 1);
        return null;
    }

    public Refusal? ExtendReport(string agency, int days, OwedTime? time, DateTimeOffset now)
    {
        var early = State == InvestigationState.Investigating ? null : new Refusal("not-investigating", $"It is {State}: the time of a report is made longer while it is worked on.");
        if ((NotTheirs(agency) ?? early ?? OwedTime.RefuseMore(time, ReportExtendedByDays, days, MostReportDays, now)) is { } no) return no;
        (ReportExtendedByDays, Version) = (days, Version + 1);
        return null;
    }

    /// <summary>A technical appraisal 技术鉴定 is ordered: its time does not count (Art. 27).</summary>
    public Refusal? OrderAppraisal(string agency, OwedTime? time, DateTimeOffset now) =>
        NotOfTheTeam(agency) ?? Life.Refuse(State, InvestigationState.Appraising) ?? OwedTime.Refuse(time, now) ?? Move(InvestigationState.Appraising);

    public Refusal? ReceiveAppraisal(string agency) => NotOfTheTeam(agency) ?? (State == InvestigationState.Appraising ? Move(InvestigationState.Investigating) : new Refusal("no-appraisal", $"It is {State}: no appraisal is awaited."));

    /// <summary>The report lies before the authority; late as well: what is late is reported all the more.</summary>
    public Refusal? Submit(string agency, string person, string reference, IncidentGrade? grade, DateTimeOffset at)
    {
        if ((NotOfTheTeam(agency) ?? Move(InvestigationState.Submitted)) is { } no) return no;
        (ReportReference, Submitter, SubmittedAt, GradeAtReport) = (reference, person, at, grade);
        return null;
    }

    public Refusal? ExtendReply(string agency, int days, OwedTime? time, DateTimeOffset now)
    {
        var early = State != InvestigationState.Submitted ? new Refusal("not-submitted", $"It is {State}: the time of a reply is made longer while the report waits for it.")
            : GradeAtReport != IncidentGrade.Exceptional ? new("no-extension", "Only the reply on an exceptional accident (特别重大) may take longer (条例493 Art. 32).") : null;
        if ((NotTheirs(agency) ?? early ?? OwedTime.RefuseMore(time, ReplyExtendedByDays, days, MostReplyDays, now)) is { } no) return no;
        (ReplyExtendedByDays, Version) = (days, Version + 1);
        return null;
    }

    /// <summary>The authority's reply 批复, by another person than who submitted the report.</summary>
    public Refusal? Reply(string agency, string person, string reference, DateTimeOffset at)
    {
        if ((NotTheirs(agency) ?? Life.Refuse(State, InvestigationState.Replied)) is { } no) return no;
        if (person == Submitter) return Refusal.Forbidden("own-report", "Another person of the authority replies than the one who submitted the report.");
        (ReplyReference, RepliedAt) = (reference, at);
        return Move(InvestigationState.Replied);
    }

    public Refusal? Publish(string agency, DateTimeOffset at)
    {
        if ((NotTheirs(agency) ?? Move(InvestigationState.Published)) is { } no) return no;
        PublishedAt = at;
        return null;
    }

    public Refusal? Discontinue(string agency, string reason)
    {
        if ((NotTheirs(agency) ?? Move(InvestigationState.Discontinued)) is { } no) return no;
        Reason = reason;
        return null;
    }

    private Refusal? NotTheirs(string agency) => agency == Authority ? null : Refusal.Forbidden("not-the-authority", $"{Authority} investigates this accident, and decides.");

    private Refusal? NotOfTheTeam(string agency) => agency == Authority || Team.Contains(agency) ? null : Refusal.Forbidden("not-in-the-team", $"{Authority} and its team investigate this accident.");

    private Refusal? Move(InvestigationState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        (State, Version) = (to, Version + 1);
        return null;
    }
}
