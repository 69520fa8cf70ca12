using Coordination.Contracts.Events;

namespace Coordination.Intake.Documents;

/// <summary>What stands around a document when it comes.</summary>
internal sealed record Standing(DateTimeOffset Now, bool IsExercise, bool HasPrior, bool IsSaid, bool IsOvertaken, bool HasArea);

internal static class Judgement
{
    /// <summary>Why a document is no report by itself; null where it is one.</summary>
    internal static DocumentReason? Why(DocumentReading reading, Standing at) => reading switch
    {
        { Fault: DocumentReason.PersonSought or DocumentReason.NotOneAlert } => reading.Fault,
        { Status: DocumentStatus.Other } or { Status: DocumentStatus.Exercise } when reading.Status == DocumentStatus.Other || !at.IsExercise => DocumentReason.NotActual,
        { Status: DocumentStatus.Unclear } => DocumentReason.Incomplete,
        { Act: DocumentAct.Protocol } => DocumentReason.OnlyProtocol,
        { Fault: { } fault } => fault,
        _ when at.IsSaid => DocumentReason.SaysOtherwise,
        _ when at.IsOvertaken => DocumentReason.Overtaken,
        { Act: DocumentAct.Cancel } when !at.HasPrior => reading.RefersTo.Count > 0 ? DocumentReason.RefersToUnknown : DocumentReason.Incomplete,
        { Act: not DocumentAct.Cancel, Expires: { } expires } when expires < at.Now => DocumentReason.Expired,
        { Category: null } when !at.HasPrior => DocumentReason.KindUnclear,
        _ when !at.HasArea && !at.HasPrior => DocumentReason.PlaceUnclear,
        _ => null,
    };
}
