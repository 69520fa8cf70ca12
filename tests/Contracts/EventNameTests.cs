using System.Text.RegularExpressions;

namespace Coordination.Tests.ContractTests;

public sealed partial class EventNameTests
{
    private static readonly string[] Services = ["intake", "command", "resources", "public-information", "mediation", "oversight", "exchange", "clocks"];

    [Fact]
    public void Every_event_record_has_a_type_name() =>
        Assert.Equal([], EventCatalogue.Records.Except(EventCatalogue.All.Select(e => e.Type)).Select(t => t.Name));

    [Fact]
    public void A_type_name_is_service_what_happened_and_version() =>
        Assert.Equal([], EventCatalogue.All.Where(e => !Shape().IsMatch(e.Name) || !Services.Contains(e.Name.Split('.')[0])).Select(e => e.Name));

    [Fact]
    public void A_type_name_names_one_record() =>
        Assert.Equal([], EventCatalogue.All.GroupBy(e => e.Name).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void A_record_is_sealed_and_stands_with_the_events() =>
        Assert.Equal([], EventCatalogue.All.Where(e => !EventMember.IsSmallRecord(e.Type)).Select(e => e.Name));

    [GeneratedRegex("^[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)+\\.v[1-9][0-9]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shape();
}
