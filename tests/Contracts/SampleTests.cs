using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Contracts;
using Coordination.Platform;

namespace Coordination.Tests.ContractTests;

/// <summary>
/// The golden samples: what every consumer, in any language, may rely on. A sample that no longer round-trips is a breaking change;
/// a new event gets its sample with <c>COORDINATION_ACCEPT=1</c>.
/// </summary>
public sealed class SampleTests
{
    public static TheoryData<string> Names => EventCatalogue.Names;

    [Theory, MemberData(nameof(Names))]
    public void An_event_reads_and_writes_its_golden_sample_byte_for_byte(string name)
    {
        var type = EventCatalogue.Find(name);
        var file = FileOf(name);
        if (Root.Accept) File.WriteAllText(file, JsonSerializer.Serialize(ReadOrFill(file, type), type, Wire.Json) + "\n");
        Assert.True(File.Exists(file), $"{file} is missing: run this test once with COORDINATION_ACCEPT=1 and review what it wrote");
        var sample = File.ReadAllText(file);
        var read = JsonSerializer.Deserialize(sample, type, Wire.Json);
        Assert.Equal(sample, JsonSerializer.Serialize(read, type, Wire.Json) + "\n");
    }

    [Theory, MemberData(nameof(Names))]
    public void A_sample_shows_every_member(string name)
    {
        var sample = JsonNode.Parse(File.ReadAllText(FileOf(name)))!.AsObject();
        var members = EventMember.Of(EventCatalogue.Find(name)).Where(m => !m.Path.Contains('.', StringComparison.Ordinal)).Select(m => m.Path);
        Assert.Equal(members, sample.Select(m => m.Key));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_consumer_passes_over_members_it_does_not_know(string name)
    {
        var type = EventCatalogue.Find(name);
        var sample = JsonNode.Parse(File.ReadAllText(FileOf(name)))!.AsObject();
        sample["addedLater"] = 1;
        var received = new ReceivedEvent("test/region/test", 1, Guid.NewGuid(), name, Guid.NewGuid(), DateTimeOffset.UnixEpoch, null, null, "{}",
            default, Encoding.UTF8.GetBytes(sample.ToJsonString()));
        var read = typeof(ReceivedEvent).GetMethod(nameof(ReceivedEvent.Read))!.MakeGenericMethod(type).Invoke(received, null);
        Assert.Equal(File.ReadAllText(FileOf(name)), JsonSerializer.Serialize(read, type, Wire.Json) + "\n");
    }

    [Fact]
    public void No_sample_is_left_of_an_event_that_is_gone()
    {
        var names = Directory.GetFiles(Root.At("contracts", "events", "samples"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!);
        Assert.Equal([], names.Except(EventCatalogue.All.Select(e => e.Name)));
    }

    private static object ReadOrFill(string file, Type type) => File.Exists(file) && JsonNode.Parse(File.ReadAllText(file)) is JsonObject sample
        && type.GetProperties().All(p => sample.ContainsKey(JsonNamingPolicy.CamelCase.ConvertName(p.Name)))
            ? sample.Deserialize(type, Wire.Json)!
            : new SampleFiller().Fill(type);

    private static string FileOf(string name) => Root.At("contracts", "events", "samples", $"{name}.json");
}
