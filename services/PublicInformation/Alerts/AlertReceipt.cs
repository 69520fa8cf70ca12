using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.PublicInformation.Alerts;

/// <summary>What one channel made of an alert.</summary>
internal sealed class AlertReceipt
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<ReceiptState> Life = new(
        (ReceiptState.Queued, [ReceiptState.Sent]),
        (ReceiptState.Sent, [ReceiptState.Delivered, ReceiptState.Failed]),
        (ReceiptState.Failed, [ReceiptState.Retried]),
        (ReceiptState.Retried, [ReceiptState.Sent]));

    private AlertReceipt() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public Guid AlertId { get; private set; }
    public string Channel { get; private set; } = "";
    public ReceiptState State { get; private set; }
    public int Attempts { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public static AlertReceipt Queue(Alert alert, string channel, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        ExerciseId = alert.ExerciseId,
        AlertId = alert.Id,
        Channel = channel,
        State = ReceiptState.Queued,
        Attempts = 1,
        ChangedAt = at,
    };

    public Refusal? Report(ReceiptState to, DateTimeOffset at)
    {
        if (at < ChangedAt) return Refusal.Invalid("/occurredAt", "out-of-order", "Lies before what the channel reported last.");
        if (Life.Refuse(State, to) is { } no) return no;
        if (to == ReceiptState.Retried) Attempts++;
        (State, ChangedAt) = (to, at);
        Version++;
        return null;
    }
}
