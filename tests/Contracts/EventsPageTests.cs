using System.Text;
using System.Xml.Linq;

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
        var meanings = Meanings();
        foreach (var service in EventCatalogue.All.GroupBy(e => e.Name.Split('.')[0]))
        {
            page.Append($"\n## {service.Key}\n\n| type | says | members |\n| --- | --- | --- |\n");
            foreach (var (name, type) in service)
                page.Append($"| `{name}` | {meanings.GetValueOrDefault($"T:{type.FullName}", "")} | {Members(type)} |\n");
        }
        return page.ToString();
    }

    private static string Members(Type type) =>
        string.Join(", ", EventMember.Of(type).Where(m => !m.Path.Contains('.', StringComparison.Ordinal)).Select(m => $"`{m.Path}`"));

    private static Dictionary<string, string> Meanings() =>
        XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Coordination.Contracts.xml")).Descendants("member")
            .ToDictionary(m => m.Attribute("name")!.Value, m => Sentence(m.Element("summary")));

    private static string Sentence(XElement? summary) =>
        summary is null ? "" : string.Join(' ', string.Concat(summary.Nodes().Select(Text)).Split((char[])['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries)).Replace("|", "\\|");

    private static string Text(XNode node) => node switch
    {
        XElement { Name.LocalName: "see" } e => e.Attribute("cref")?.Value.Split('.')[^1] ?? e.Value,
        XElement e => e.Value,
        _ => node.ToString(),
    };
}
