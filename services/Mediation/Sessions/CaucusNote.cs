using Coordination.Mediation.Cases;

namespace Coordination.Mediation.Sessions;

/// <summary>A note of a talk with one side alone. Only the mediator who wrote it can read it (caucus secrecy).</summary>
internal sealed class CaucusNote
{
    private CaucusNote() { }

    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    public Guid CaseId { get; private set; }
    public Guid SessionId { get; private set; }
    public PartySide Side { get; private set; }
    /// <summary>Subject of the mediator's token.</summary>
    public string Mediator { get; private set; } = "";
    public DateTimeOffset WrittenAt { get; private set; }
    public byte[] Text { get; private set; } = [];

    public static CaucusNote Of(Session session, PartySide side, string mediator, byte[] text, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        ExerciseId = session.ExerciseId,
        CaseId = session.CaseId,
        SessionId = session.Id,
        Side = side,
        Mediator = mediator,
        WrittenAt = at,
        Text = text,
    };

    public void Destroy() => Text = [];
}
