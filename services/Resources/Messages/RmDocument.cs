using Coordination.Contracts.Events;

namespace Coordination.Resources.Messages;

/// <summary>A message of EDXL-RM 1.0: what this system reads of it, and all that it writes.</summary>
/// <param name="Type">MessageContentType: one of the sixteen, or another that the standard leaves to others.</param>
/// <param name="MessageId">Its id, in its sender's words.</param>
/// <param name="SentAt">SentDateTime.</param>
/// <param name="ThreadId">OriginatingMessageID: the id of the first message of its thread.</param>
internal sealed record RmDocument(string Type, string MessageId, DateTimeOffset SentAt, string ThreadId)
{
    /// <summary>Which of the sixteen it is; null for a type of others.</summary>
    internal RmMessage? Kind => RmShape.KindOf(Type);

    public string? Description { get; init; }
    public string? PrecedingId { get; init; }
    public IReadOnlyList<RmIncident> Incidents { get; init; } = [];
    public RmRecall? Recall { get; init; }
    public IReadOnlyList<RmFunding> Funding { get; init; } = [];
    public IReadOnlyList<RmContact> Contacts { get; init; } = [];
    public IReadOnlyList<RmElement> Elements { get; init; } = [];
}

internal sealed record RmIncident(string? Id, string? Description);

/// <summary>Calls an earlier message back, or replaces what it says.</summary>
internal sealed record RmRecall(string MessageId, bool IsUpdate);

internal sealed record RmFunding(string? Code, string? Info);

/// <summary>Role as the standard names it.</summary>
internal sealed record RmContact(string? Description, string? Role);

/// <summary>One ResourceInformation.</summary>
/// <param name="Id">ResourceInfoElementID, unique in its message.</param>
internal sealed record RmElement(string Id)
{
    public RmAnswer? Answer { get; init; }
    public RmResource? Resource { get; init; }
    public RmAssignment? Assignment { get; init; }
    public IReadOnlyList<RmSchedule> Schedules { get; init; } = [];

    /// <summary>The first moment that it names for any of these, in their order.</summary>
    internal DateTimeOffset? When(params string[] types) => types.Select(t => Schedules.FirstOrDefault(s => s.Type == t)?.At).FirstOrDefault(at => at is not null);
}

/// <summary>ResponseInformation: to which element, and how.</summary>
internal sealed record RmAnswer(string ElementId, RmResponse Response, RmValue? ReasonCode = null, string? Reason = null);

internal sealed record RmResource(string? Id, string? Name, RmValue? Type, string? Description = null, RmStatus? Status = null);

internal sealed record RmStatus(RmValue? Deployment, string? Availability);

internal sealed record RmAssignment(RmQuantity? Quantity, string? Restrictions = null, string? Function = null, RmQuantity? Price = null, string? OrderId = null);

/// <summary>A value of a list.</summary>
internal sealed record RmValue(string Urn, string Value);

/// <summary>QuantityText, or an Amount with its unit.</summary>
internal sealed record RmQuantity(string? Text, double? Amount = null, RmValue? Unit = null);

/// <summary>A moment of one of the eighteen types, and a place in words.</summary>
internal sealed record RmSchedule(string Type, DateTimeOffset? At, string? Place = null);
