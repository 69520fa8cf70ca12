namespace Coordination.Contracts;

/// <summary>Marks a record as an event of the region. Its members follow the allow-list that tests/Contracts holds.</summary>
public interface IEvent;

/// <summary>
/// The event's name on every wire: CloudEvents <c>type</c>, exchange, Dapr topic and golden sample.
/// Shape: <c>service.past-tense.vN</c>. Never derived from a .NET name.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventTypeAttribute(string name) : Attribute
{
    /// <summary>For example <c>intake.report-received.v1</c>.</summary>
    public string Name { get; } = name;
}
