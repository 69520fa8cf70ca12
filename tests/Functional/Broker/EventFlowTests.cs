using Coordination.Contracts;
using Coordination.Host;
using Coordination.Platform;

namespace Coordination.Tests.Functional.Broker;

/// <summary><c>contracts/events/takes.txt</c> is made from the services; COORDINATION_ACCEPT=1 makes it again.</summary>
public sealed class EventFlowTests
{
    [Fact]
    public void What_is_provisioned_is_what_the_services_take()
    {
        var lines = from module in RegionModules.All.OrderBy(m => m.Name, StringComparer.Ordinal)
                    let takes = ModuleServices.SubscriptionsOf(module)
                    from type in takes.TakesAll ? (IEnumerable<string>)["*"] : takes.Types.Order(StringComparer.Ordinal)
                    select $"{module.Name} {type}\n";
        var (made, file) = (string.Concat(lines), Path.Combine(Root(), "contracts", "events", "takes.txt"));
        if (Environment.GetEnvironmentVariable("COORDINATION_ACCEPT") == "1") File.WriteAllText(file, made);
        Assert.Equal(made, File.ReadAllText(file));
        foreach (var module in RegionModules.All)
            Assert.Superset(ModuleServices.SubscriptionsOf(module).Types.ToHashSet(), EventFlow.TakenBy(module.Name).ToHashSet());
    }

    [Fact]
    public void Every_event_has_one_service_that_may_write_it_or_all()
    {
        foreach (var type in EventFlow.Types)
            Assert.Contains(RegionModules.All.Count(m => EventFlow.MayWrite(m.Name, type)), (int[])[1, RegionModules.All.Count]);
    }

    private static string Root()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Coordination.sln"))) at = Path.GetDirectoryName(at)!;
        return at;
    }
}
