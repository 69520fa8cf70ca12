using Coordination.Contracts.Events;

namespace Coordination.Command.Recovery;

/// <summary>One source's newest figure.</summary>
/// <param name="EntryId">Entry of the ledger.</param>
/// <param name="Source">Who assessed.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="AmountMinor">Direct loss in minor units of the currency, or null.</param>
/// <param name="Unit">What is counted, or null.</param>
/// <param name="Destroyed">How many were destroyed, or null.</param>
/// <param name="Damaged">How many were damaged, or null.</param>
/// <param name="AssessedAt">When it was assessed.</param>
public sealed record LossLine(
    Guid EntryId, string Source, Confidence Confidence, long? AmountMinor, LossUnit? Unit, int? Destroyed, int? Damaged, DateTimeOffset AssessedAt);
