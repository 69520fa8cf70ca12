using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Platform;

/// <summary>An event as it arrived: the CloudEvents attributes that matter, and the exact bytes.</summary>
/// <param name="Source">region/agency/service that wrote it.</param>
/// <param name="Position">Its place in that source's journal, from 1.</param>
/// <param name="Id">CloudEvents id.</param>
/// <param name="Type">Event type name.</param>
/// <param name="Subject">The incident or entity it is about.</param>
/// <param name="Time">Real time at which it was written.</param>
/// <param name="Exercise">The exercise it belongs to, or null.</param>
/// <param name="ExerciseTime">Exercise time at which it happened, in an exercise.</param>
/// <param name="Previous">JSON map of event type to the position before this one with the same subject.</param>
/// <param name="Header">Exact bytes of the attributes, a JSON object.</param>
/// <param name="Data">Exact bytes of the data, a JSON value.</param>
public sealed record ReceivedEvent(
    string Source, long Position, Guid Id, string Type, Guid Subject, DateTimeOffset Time, Guid? Exercise, DateTimeOffset? ExerciseTime,
    string Previous, ReadOnlyMemory<byte> Header, ReadOnlyMemory<byte> Data)
{
    /// <summary>The moment it is about: exercise time in an exercise, else real time.</summary>
    public DateTimeOffset Moment => ExerciseTime ?? Time;

    /// <summary>The data as a typed record. Members that this version does not know are passed over.</summary>
    public TEvent Read<TEvent>() => JsonSerializer.Deserialize<TEvent>(Data.Span, EventJson.Tolerant)
        ?? throw new JsonException($"{Type} has no data");

    /// <summary>The data as JSON.</summary>
    public JsonElement ReadJson() => JsonSerializer.Deserialize<JsonElement>(Data.Span, Wire.Json);
}

/// <summary>What surrounds an event that is being handled.</summary>
/// <param name="Source">region/agency/service that wrote it; take the agency from here, never from the data.</param>
/// <param name="Position">Its place in that source's journal.</param>
/// <param name="Id">CloudEvents id.</param>
/// <param name="Subject">The incident or entity it is about.</param>
/// <param name="Time">The moment it is about: exercise time in an exercise, else real time.</param>
/// <param name="Exercise">The exercise it belongs to, or null.</param>
public sealed record EventContext(string Source, long Position, Guid Id, Guid Subject, DateTimeOffset Time, Guid? Exercise)
{
    /// <summary>The agency part of the source; <c>region</c> for the region's own services.</summary>
    public string Agency => Source.Split('/') is [_, var agency, ..] ? agency : "";

    /// <summary>Agencies that it is for besides those its data names, the owner of what it is about first; <c>*</c> for all.</summary>
    public IReadOnlyList<string> Audience { get; init; } = [];
}

internal static class EventJson
{
    /// <summary>Events from a newer version may carry members this one does not know, and members without a value are not written at all.</summary>
    internal static readonly JsonSerializerOptions Tolerant = new(Wire.Json)
    {
        RespectRequiredConstructorParameters = false,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Skip,
    };
}
