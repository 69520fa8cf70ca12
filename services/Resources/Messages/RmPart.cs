using Coordination.Contracts.Events;

namespace Coordination.Resources.Messages;

/// <summary>One element of a message for one agency: what it stands for in the books, so that what answers it finds it again.</summary>
internal sealed class RmPart
{
    private RmPart() { }

    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    /// <summary>The message: a <see cref="RmRecord"/>, or the ask that was made without one.</summary>
    public Guid RecordId { get; private set; }
    /// <summary>Who sent it.</summary>
    public string Agency { get; private set; } = "";
    public string Thread { get; private set; } = "";
    public string MessageId { get; private set; } = "";
    public string ElementId { get; private set; } = "";
    /// <summary>Its place in the message, from 0.</summary>
    public int Ordinal { get; private set; }
    public RmMessage? Kind { get; private set; }
    public RmState State { get; private set; }
    public RmReason? Reason { get; private set; }
    /// <summary>The rule by which the book refused it.</summary>
    public string? Rule { get; private set; }
    public Guid? AskId { get; private set; }
    public Guid? FillId { get; private set; }
    /// <summary>It opened its fill; otherwise it moved one.</summary>
    public bool IsOpening { get; private set; }
    public Guid? RequestId { get; private set; }
    public int? LineNumber { get; private set; }

    public static RmPart Of(RmRecord message, string element, int ordinal, RmFate fate) => new()
    {
        Id = Guid.CreateVersion7(), ExerciseId = message.ExerciseId, RecordId = message.Id, Agency = message.Agency, Thread = message.Thread, MessageId = message.MessageId, ElementId = element, Ordinal = ordinal, Kind = RmShape.KindOf(message.Type),
        State = fate.State, Reason = fate.Reason, Rule = fate.Rule, AskId = fate.AskId, FillId = fate.FillId, IsOpening = fate.IsOpening, RequestId = fate.RequestId, LineNumber = fate.LineNumber,
    };

    /// <summary>An ask that was not made by a message begins a thread under its own id.</summary>
    public static RmPart Asked(ResourcesRequested e, Guid? exercise, int line) => new()
    {
        Id = Guid.CreateVersion7(), ExerciseId = exercise, RecordId = e.AskId, Agency = e.FromAgency, Thread = $"{e.AskId}", MessageId = $"{e.AskId}", ElementId = $"{e.AskId}", Kind = e.Message,
        State = RmState.Executed, AskId = e.AskId, RequestId = e.RequestId, LineNumber = line,
    };
}

/// <summary>What becomes of an element.</summary>
internal sealed record RmFate(RmState State, RmReason? Reason = null, string? Rule = null, Guid? AskId = null, Guid? FillId = null, Guid? RequestId = null, int? LineNumber = null, bool IsOpening = false)
{
    public static RmFate Held(RmReason why, string? rule = null) => new(RmState.Held, why, rule);

    public static RmFate Waits(RmReason why) => new(RmState.Waiting, why);
}
