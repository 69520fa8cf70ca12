namespace Coordination.Tests.Chaos;

/// <summary>How a link behaves.</summary>
/// <param name="Latency">How much later each byte arrives, each way.</param>
/// <param name="Jitter">At most so much more, by the link's own random numbers; order holds.</param>
/// <param name="BytesPerSecond">Bandwidth each way, or null for all there is.</param>
/// <param name="Held">Directions in which bytes are held back until the weather changes.</param>
/// <param name="ResetAfter">A connection is reset once it has carried so many bytes.</param>
internal sealed record LinkWeather(TimeSpan Latency = default, TimeSpan Jitter = default, int? BytesPerSecond = null, Way Held = Way.None, long? ResetAfter = null)
{
    internal static LinkWeather Clear { get; } = new();

    internal static LinkWeather Late(int milliseconds) => new(TimeSpan.FromMilliseconds(milliseconds), TimeSpan.FromMilliseconds(milliseconds / 10.0));
}

/// <summary>Directions of a link, as the one who connects sees them.</summary>
[Flags]
internal enum Way { None = 0, Out = 1, Back = 2, Both = Out | Back }
