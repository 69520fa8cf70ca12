using Coordination.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Coordination.Tests.Simulation;

/// <summary>One process of a service: the shipped code as Platform composes it, with store, bus and time replaced at their seams.</summary>
internal sealed class Replica
{
    private static readonly JurisdictionPackage Package = new(
        "simulation", "1", new WorkingCalendar(TimeZoneInfo.Utc, [], [], []),
        [new ClockDefinition { Key = Shop.Duty, Duration = 0.1, Unit = ClockUnit.Minute, WarnAt = 50, Pause = ["simulation"] }], (_, _) => new object());

    private readonly LeanContainer services;

    internal Replica(SimulatedModule module, SimulatedStore store, Machine machine, Weather weather, IEventBus bus, Poison poison, Sabotage sabotage)
    {
        Machine = machine;
        var instance = new ServiceInstance(module.Name, null, "simulation") { Replica = machine.Name };
        var all = new ServiceCollection();
        all.AddSingleton(instance).AddSingleton(Package).AddSingleton<TimeProvider>(machine.Time).AddSingleton(bus).AddSingleton(poison);
        all.AddSingleton<IWriteLane>(new CrashingLane(store, machine, weather) { Lies = sabotage.StoreLies });
        all.AddSingleton<IServiceStore>(p => new SeamStore(p.GetRequiredService<IWriteLane>()));
        if (machine.World.IsTraced) all.AddSingleton<ILoggerFactory>(new TraceLogs(machine)).AddSingleton(typeof(ILogger<>), typeof(Logger<>));
        else all.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        ModuleServices.AddCore(all);
        ModuleServices.AddHandlers(all, module);
        all.AddSingleton<IDbContextFactory<SimulatedDb>>(new SimulatedContexts(store, instance.Source));
        all.AddScoped<DbLease<SimulatedDb>>();
        all.AddScoped(p => p.GetRequiredService<DbLease<SimulatedDb>>().Db);
        all.AddScoped<ServiceDb>(p => p.GetRequiredService<SimulatedDb>());
        all.AddSingleton<IJournalStore>(p => new WatchedJournal(sabotage.Journal(ActivatorUtilities.CreateInstance<JournalStore>(p), store)));
        all.AddSingleton<IClockStore>(p => sabotage.Clocks(ActivatorUtilities.CreateInstance<ClockStore>(p), store));
        services = new LeanContainer(all);
    }

    internal Machine Machine { get; }

    internal Consumer Consumer => services.GetRequiredService<Consumer>();

    /// <summary>The loops of a service process.</summary>
    internal void Start()
    {
        Machine.Do(() => services.GetRequiredService<Sealer>().RunAsync(CancellationToken.None));
        Machine.Do(() => services.GetRequiredService<Relay>().RunAsync(CancellationToken.None));
        Machine.Do(() => services.GetRequiredService<ClockRunner>().RunAsync(CancellationToken.None));
        Machine.Do(() => services.GetRequiredService<DeferredRetrier>().RunAsync(CancellationToken.None));
    }

    /// <summary>A broken consumer: it sets nothing aside.</summary>
    internal async Task HandleOrThrowAsync(ReceivedEvent e)
    {
        await Consumer.TakeAsync([e], CancellationToken.None);
        var failed = await ChangeAsync(async (_, db) =>
        {
            var aside = await db.Set<DeferredEvent>().Where(d => d.Source == e.Source && d.Position == e.Position).ToListAsync();
            db.RemoveRange(aside);
            return aside.Count;
        });
        if (failed > 0) throw new InvalidOperationException("simulated: not handled");
    }

    /// <summary>A change as a use case makes it, at this process.</summary>
    internal Task<T> ChangeAsync<T>(Func<IServiceProvider, SimulatedDb, Task<T>> work) => Machine.AskAsync(() =>
        services.GetRequiredService<WriteScope>().RunAsync((scope, db) =>
        {
            var now = Machine.Time.GetUtcNow();
            scope.GetRequiredService<Call>().Begin(Caller.Service, null, now, now);
            return work(scope, (SimulatedDb)db);
        }, CancellationToken.None));
}
