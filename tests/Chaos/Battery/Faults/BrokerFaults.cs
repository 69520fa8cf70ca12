using Coordination.CommandLine.Servers;

namespace Coordination.Tests.Chaos;

/// <summary>F4: what a broker does to those who use it.</summary>
/// <param name="name">Which.</param>
/// <param name="strike">Does it.</param>
/// <param name="end">Takes it back.</param>
/// <param name="lasts">How long it lasts.</param>
internal sealed class BrokerFault(string name, Func<BatteryRegion, Task> strike, Func<LocalRabbit, Task> end, TimeSpan lasts) : IFault
{
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(4);

    public string Name => $"F4 broker {name}";

    internal static BrokerFault Restarted { get; } = new("restarted", r => r.Running.Rabbit!.StopAsync(), RunningAsync, TimeSpan.Zero);

    internal static BrokerFault Killed { get; } = new("killed", r => r.Running.Rabbit!.KillAsync(), RunningAsync, AWhile);

    internal static BrokerFault StandingStill { get; } = new("stands still", r =>
    {
        r.Running.Rabbit!.Pause(true);
        return Task.CompletedTask;
    }, r =>
    {
        r.Pause(false);
        return Task.CompletedTask;
    }, TimeSpan.FromSeconds(25));

    /// <summary>Publishers are blocked: connections stay open, and nothing is confirmed.</summary>
    internal static BrokerFault OutOfMemory { get; } = new("out of memory",
        r => ControlAsync(r.Running.Rabbit!, "set_vm_memory_high_watermark", "absolute", "1"), r => ControlAsync(r, "set_vm_memory_high_watermark", "0.4"), AWhile);

    internal static BrokerFault NearlyOutOfDisk { get; } = new("nearly out of disk",
        r => ControlAsync(r.Running.Rabbit!, "set_disk_free_limit", "1000GB"), r => ControlAsync(r, "set_disk_free_limit", "50MB"), AWhile);

    /// <summary>Every service starts while there is none.</summary>
    internal static BrokerFault AbsentAtStart { get; } = new("absent at start", async region =>
    {
        await region.Running.Rabbit!.StopAsync();
        await Task.WhenAll(region.Running.Parts.Where(p => p.Part.Name is not ("gateway" or "issuer")).Select(p => p.KillAsync()));
    }, RunningAsync, TimeSpan.FromSeconds(15));

    public async Task InjectAsync(BatteryRegion region, CancellationToken ct)
    {
        await strike(region);
        await Until.LastsAsync(lasts);
    }

    public Task EndAsync(BatteryRegion region, CancellationToken ct) => end(region.Running.Rabbit!);

    private static Task RunningAsync(LocalRabbit rabbit) => rabbit.IsRunning ? Task.CompletedTask : rabbit.StartAsync(CancellationToken.None);

    private static async Task ControlAsync(LocalRabbit rabbit, params string[] arguments)
    {
        using var limit = new CancellationTokenSource(Healing.Limit);
        await rabbit.ControlAsync(arguments, limit.Token);
    }
}
