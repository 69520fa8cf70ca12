using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Chaos;

/// <summary>What a client did or was told, one JSON line each.</summary>
/// <param name="Register">What it works on: <c>reports</c>, <c>orders</c>, a stream's name.</param>
/// <param name="Client">Who.</param>
/// <param name="Step">Attempted, acknowledged, refused or delivered.</param>
/// <param name="Key">The client's own key of the operation; for a delivery the event's id.</param>
/// <param name="Id">The id it was given, once acknowledged.</param>
/// <param name="Position">The place of a delivered event.</param>
internal sealed record Operation(string Register, string Client, Step Step, string Key, Guid? Id = null, long? Position = null);

internal enum Step { Attempted, Acknowledged, Refused, Delivered }

/// <summary>The log of all clients of a run. Written before a call is sent and after it is answered, so that it knows more than any process that died.</summary>
internal sealed class ClientLog(string file) : IDisposable
{
    private readonly Lock gate = new();
    private readonly StreamWriter writer = new(file, append: true) { AutoFlush = true };

    internal void Write(Operation operation)
    {
        var line = JsonSerializer.Serialize(operation, Wire.Json);
        lock (gate) writer.WriteLine(line);
    }

    internal static IReadOnlyList<Operation> Read(string file) => [.. File.ReadLines(file).Select(l => JsonSerializer.Deserialize<Operation>(l, Tolerant)!)];

    public void Dispose() => writer.Dispose();

    private static readonly JsonSerializerOptions Tolerant = new(Wire.Json) { RespectRequiredConstructorParameters = false };
}
