using System.Runtime.CompilerServices;

namespace Coordination.Platform;

/// <summary>Numbers for channels, in the order in which they first delivered. The broker counts deliveries by channel, and channels have no name that is used once.</summary>
internal static class ChannelNumbers
{
    private static readonly ConditionalWeakTable<object, StrongBox<long>> Known = [];
    private static long last;

    internal static long Of(object channel) => Known.GetValue(channel, _ => new StrongBox<long>(Interlocked.Increment(ref last))).Value;
}
