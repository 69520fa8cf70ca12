namespace Coordination.Tests.ContractTests;

public sealed class EventMemberTests
{
    public static TheoryData<string> Names => EventCatalogue.Names;

    [Theory, MemberData(nameof(Names))]
    public void An_event_holds_only_members_of_the_allow_list(string name)
    {
        var others = EventMember.Of(EventCatalogue.Find(name)).Where(m => !m.IsAllowed).Select(m => $"{m.Path}: {m.Type.Name}");
        Assert.Empty(others);
    }

    [Fact]
    public void Every_string_member_is_listed_one_by_one_and_no_line_is_stale()
    {
        var listed = Directory.GetFiles(Root.At("contracts", "events"), "strings.*.txt").SelectMany(Root.Lines).ToList();
        var present = EventCatalogue.All.SelectMany(e => EventMember.Of(e.Type).Where(m => m.IsString).Select(m => $"{e.Name} {m.Path}")).ToHashSet();
        Assert.Equal([], present.Except(listed).Order(StringComparer.Ordinal));
        Assert.Equal([], listed.Except(present).Order(StringComparer.Ordinal));
        Assert.Equal([], listed.GroupBy(l => l).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    /// <summary>What a string in an event may be: a code of an agency, area, event, type, unit, currency, language, channel, role, key or document.</summary>
    private static readonly string[] Codes =
    [
        "agency", "agencies", "addressee", "copyTo", "lead", "jurisdiction", "code", "parent", "recipient", "areaCode", "areas", "eventCode", "typeCode",
        "unitOfMeasure", "currency", "language", "channel", "channels", "identifier", "sender", "key", "toRole", "rectifiedBy",
    ];

    [Fact]
    public void Every_string_of_an_event_is_a_code_and_none_is_text_about_people()
    {
        var strange = EventCatalogue.All.SelectMany(e => EventMember.Of(e.Type).Where(m => m.IsString).Select(m => (e.Name, Last: m.Path.Split('.')[^1])))
            .Where(m => !Codes.Contains(m.Last) && !m.Last.EndsWith("Agency", StringComparison.Ordinal)).Select(m => $"{m.Name} {m.Last}");
        Assert.Equal([], strange);
    }
}
