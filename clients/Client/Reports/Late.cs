using Coordination.Contracts.Events;

namespace Coordination.Client.Reports;

/// <summary>Something that was done before it could be entered. Clocks are judged by when it was done; both times stay in the record.</summary>
/// <param name="DoneAt">When it was done.</param>
/// <param name="Ground">What that rests on.</param>
/// <param name="AttestedBy">Role that attests it.</param>
/// <param name="Reference">Where it can be looked up.</param>
public sealed record LateAct(DateTimeOffset DoneAt, LateGround Ground, AttestingRole AttestedBy, string? Reference = null);

/// <summary>An act that was entered after it was done.</summary>
/// <param name="Act">Which act.</param>
/// <param name="DoneAt">When it was done.</param>
/// <param name="EnteredAt">When it was entered.</param>
/// <param name="Ground">What that rests on.</param>
/// <param name="AttestedBy">Role that attests it.</param>
/// <param name="Reference">Where it can be looked up.</param>
public sealed record LateEntry(ReportAct Act, DateTimeOffset DoneAt, DateTimeOffset EnteredAt, LateGround Ground, AttestingRole AttestedBy, string? Reference = null);
