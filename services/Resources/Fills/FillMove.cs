using System.Security.Cryptography;
using System.Text;
using Coordination.Contracts.Events;

namespace Coordination.Resources.Fills;

/// <summary>A step as a party takes it, with what the step tells.</summary>
internal sealed record FillMove(
    FillStep Step, FillSide By, DateTimeOffset At, int? Quantity = null, DateTimeOffset? Eta = null, DateTimeOffset? Until = null,
    long? AmountMinor = null, string? Currency = null, FillReason? Reason = null, int? LeaseEpoch = null, Guid? StagingAreaId = null)
{
    /// <summary>Id of the message that carries it.</summary>
    public Guid MessageId { get; init; } = Guid.CreateVersion7();

    public static FillMove Of(FillMoved e) => new(e.Step, e.By, e.OccurredAt, e.Quantity, e.Eta, e.Until, e.AmountMinor, e.Currency, e.Reason, e.LeaseEpoch)
    {
        MessageId = e.MessageId,
    };
}

/// <summary>One line of a fill's history; each carries the hash of the one before, so that none can be taken out unseen.</summary>
public sealed record FillTrail(
    Guid MessageId, FillStep? Step, FillSide By, RmMessage Message, FillState State, DateTimeOffset OccurredAt, bool IsConflict, string PreviousHash)
{
    /// <summary>SHA-256 over the line and the hash before it, in hexadecimal.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{PreviousHash}|{MessageId}|{Step}|{By}|{Message}|{State}|{OccurredAt.UtcTicks}|{IsConflict}")));
}

/// <summary>So much from one lot.</summary>
internal sealed record StockPick(Guid LotId, int Quantity);
