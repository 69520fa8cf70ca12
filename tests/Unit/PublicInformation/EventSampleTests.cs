using System.Reflection;
using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Unit.PublicInformation;

/// <summary>Golden samples of the events of public information: what was written once is read for ever.</summary>
public sealed class EventSampleTests
{
    private static readonly string Folder = SourceTree.At("contracts", "events", "samples");

    public static TheoryData<Type> Events() => [.. typeof(IEvent).Assembly.GetTypes().Where(t => NameOf(t)?.StartsWith("public-information.", StringComparison.Ordinal) == true)];

    [Theory]
    [MemberData(nameof(Events))]
    public void A_sample_of_every_event_is_read_and_written_without_loss(Type type)
    {
        var text = File.ReadAllText(Path.Combine(Folder, $"{NameOf(type)}.json"));
        var read = JsonSerializer.Deserialize(text, type, Wire.Json);
        Assert.True(JsonElement.DeepEquals(JsonSerializer.Deserialize<JsonElement>(text), JsonSerializer.SerializeToElement(read, type, Wire.Json)), JsonSerializer.Serialize(read, type, Wire.Json));
        Assert.All(type.GetProperties(), p => Assert.NotNull(p.GetValue(read)));
    }

    [Fact]
    public void No_sample_is_left_over() => Assert.Equal(
        Events().Select(row => $"{NameOf(row.Data)}.json").Order(), Directory.GetFiles(Folder, "public-information.*.json").Select(f => Path.GetFileName(f)).Order());

    private static string? NameOf(Type type) => type.GetCustomAttribute<EventTypeAttribute>()?.Name;
}
