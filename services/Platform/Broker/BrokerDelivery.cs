namespace Coordination.Platform;

/// <summary>A message as the broker gave it, nothing of it believed yet.</summary>
/// <param name="Channel">The number of the channel it came by, growing: a new one after each reconnection. Names of consumers are used again.</param>
/// <param name="Tag">Its number within that channel, from 1 without gaps.</param>
/// <param name="Exchange">The exchange it was published to; the broker lets only those write who may.</param>
/// <param name="User">The user who published it, vouched for by the broker; null when the sender did not name itself.</param>
/// <param name="Position">Header <c>position</c>.</param>
/// <param name="Previous">Header <c>previous</c>.</param>
/// <param name="Body">The bytes.</param>
internal sealed record BrokerDelivery(long Channel, ulong Tag, string Exchange, string? User, object? Position, object? Previous, ReadOnlyMemory<byte> Body);
