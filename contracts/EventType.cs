using System.Reflection;

namespace Coordination.Contracts;

/// <summary>Marks a record as an event of the region. Its members follow the allow-list that tests/Contracts holds.</summary>
public interface IEvent;

/// <summary>An event of what happens to a report: it is for who gave the report and who has it.</summary>
public interface IReportEvent : IEvent
{
    /// <summary>The report.</summary>
    Guid ReportId { get; }
}

/// <summary>
/// The event's name on every wire: CloudEvents <c>type</c>, exchange, Dapr topic and golden sample.
/// Shape: <c>service.past-tense.vN</c>. Never derived from a .NET name.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventTypeAttribute(string name) : Attribute
{
    /// <summary>Every event of the region, with what is said of it.</summary>
    public static IReadOnlyList<(Type Type, EventTypeAttribute Said)> All { get; } =
        [.. typeof(IEvent).Assembly.GetTypes().Select(t => (Type: t, Said: t.GetCustomAttribute<EventTypeAttribute>()!)).Where(t => t.Said is not null)];

    /// <summary>For example <c>intake.report-received.v1</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Its sharing label, one of <see cref="Labels"/>.</summary>
    public string Label { get; init; } = Labels.Amber;

    /// <summary>
    /// The label of one that belongs to no incident, where that is another; otherwise null. Only for a record whose <c>IncidentId</c> may be null, or one of a
    /// report, whose subject is the report while it is in no incident, or one of a clock, of which its service says whether it is an incident's.
    /// </summary>
    public string? Alone { get; init; }

    /// <summary>True where one that names no incident any more may have the one that it left as its subject, whose parties are told: then it is alone only under an id that its data holds.</summary>
    public bool MayLeave { get; init; }
}
