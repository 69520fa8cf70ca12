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

    /// <summary>
    /// Its sharing label (TLP 2.0): <c>AMBER</c> for those who may see what it is about, <c>GREEN</c> for every agency of the region, because it was
    /// declared to all or says how the region is made up.
    /// </summary>
    public string Label { get; init; } = "AMBER";
}
