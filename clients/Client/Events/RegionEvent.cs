using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Coordination.Client.Calls;
using Coordination.Contracts;

namespace Coordination.Client.Events;

/// <summary>An event of the region's log: a CloudEvent and its place.</summary>
/// <param name="Position">Its place in the region's one sequence. Keep the last one you are done with, and go on after it.</param>
/// <param name="Id">With the source, names the event: what came before with both is the same event.</param>
/// <param name="Source">Region, agency and service that wrote it.</param>
/// <param name="Type">Event type, for example <c>command.order-issued.v1</c>.</param>
/// <param name="Subject">The incident or entity that it is about.</param>
/// <param name="Time">When it was written.</param>
/// <param name="Exercise">The exercise that it belongs to; null where it is real.</param>
/// <param name="ExerciseTime">The moment in the exercise's own time.</param>
/// <param name="Tlp">Sharing label, TLP 2.0.</param>
/// <param name="Data">What happened.</param>
public sealed record RegionEvent(
    long Position, Guid Id, string Source, string Type, Guid Subject, DateTimeOffset Time, Guid? Exercise, DateTimeOffset? ExerciseTime, string? Tlp, JsonElement Data)
{
    /// <summary>True when the event is of this record's type.</summary>
    /// <typeparam name="T">A record of <c>Coordination.Contracts.Events</c>.</typeparam>
    public bool Is<T>() where T : class, IEvent => typeof(T).GetCustomAttribute<EventTypeAttribute>()?.Name == Type;

    /// <summary>The data as the record of its type. Members that this version does not know are passed over.</summary>
    /// <typeparam name="T">A record of <c>Coordination.Contracts.Events</c>.</typeparam>
    /// <exception cref="InvalidOperationException">The event is of another type.</exception>
    public T As<T>() where T : class, IEvent =>
        Is<T>() ? Data.Deserialize<T>(ClientJson.Options)! : throw new InvalidOperationException($"The event is a {Type}, and no {typeof(T).Name}.");

    internal static RegionEvent Read(long position, string cloudEvent) => Of(position, JsonSerializer.Deserialize<CloudEvent>(cloudEvent, ClientJson.Options)!);

    internal static RegionEvent Of(long position, CloudEvent e) => new(position, e.Id, e.Source, e.Type, e.Subject, e.Time, e.Exercise, e.ExerciseTime, e.Tlp, e.Data);

    /// <summary>The place that an id of the stream names.</summary>
    internal static long PositionOf(string id) => long.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture);
}

/// <summary>A CloudEvent as it is on the wire; its attributes are written in lower case.</summary>
internal sealed record CloudEvent(
    Guid Id, string Source, string Type, Guid Subject, DateTimeOffset Time, Guid? Exercise,
    [property: System.Text.Json.Serialization.JsonPropertyName("exercisetime")] DateTimeOffset? ExerciseTime, string? Tlp, JsonElement Data);

/// <summary>Which events.</summary>
/// <param name="Type">Only this type; null for all.</param>
/// <param name="Subject">Only of this incident or entity; null for all.</param>
/// <param name="Exercise">Only of this exercise; null for all.</param>
public sealed record EventFilter(string? Type = null, Guid? Subject = null, Guid? Exercise = null)
{
    internal string Path => Query.With("/v1/events", ("type", Type), ("subject", Subject), ("exercise", Exercise));
}
