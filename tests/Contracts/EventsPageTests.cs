using System.Text;

namespace Coordination.Tests.ContractTests;

/// <summary><c>docs/events.md</c> is made from the contracts; COORDINATION_ACCEPT=1 makes it again.</summary>
public sealed class EventsPageTests
{
    [Fact]
    public void The_page_of_events_is_the_catalogue()
    {
        var file = Root.At("docs", "events.md");
        if (Root.Accept) File.WriteAllText(file, Page());
        Assert.Equal(Page(), File.ReadAllText(file));
    }

    private static string Page()
    {
        var page = new StringBuilder("# Events\n\nEvery event of a region, by the name it has on every wire. Shapes: `contracts/events/*.cs`; a sample of each: "
            + "`contracts/events/samples/<type>.json`. Made from the contracts by a test (`COORDINATION_ACCEPT=1 ./tests/run --filter EventsPage`).\n");
        foreach (var service in EventCatalogue.All.GroupBy(e => e.Name.Split('.')[0]))
        {
            page.Append($"\n## {service.Key}\n\n| type | says | members |\n| --- | --- | --- |\n");
            foreach (var (name, type) in service)
                page.Append($"| `{name}` | {Meanings.Of(type).Replace("|", "\\|")} | {Members(type)} |\n");
        }
        return page.ToString();
    }

    private static string Members(Type type) =>
        string.Join(", ", EventMember.Of(type).Where(m => !m.Path.Contains('.', StringComparison.Ordinal)).Select(m => $"`{m.Path}`"));
}
