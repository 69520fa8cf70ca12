namespace Coordination.Tests.Functional;

/// <summary>What is counted by the hour of the clock is counted in two parts when a test begins at the end of one.</summary>
internal static class WithinOneHour
{
    /// <summary>Waits for the next hour where less is left of this one than is needed, two minutes at most.</summary>
    internal static Task BeginAsync(TimeSpan needed) => Platform.ProbeRegion.UntilAsync(() =>
        Task.FromResult(TimeSpan.TicksPerHour - (DateTimeOffset.UtcNow.Ticks % TimeSpan.TicksPerHour) >= needed.Ticks));
}
