using System.Reflection;
using System.Text.Json;
using Coordination.Contracts;
using Coordination.Contracts.Events;

namespace Coordination.Tests.Unit.Command;

/// <summary>Golden samples of plans, orders, transfers, rosters, drills, reviews and exercises: what was written once is read for ever.</summary>
public sealed class ResponseSampleTests
{
    private static readonly string Folder = SourceTree.At("contracts", "events", "samples");

    public static TheoryData<Type> Events() =>
    [
        typeof(PlanVersionChanged), typeof(ActivationChanged), typeof(WorkingGroupChanged), typeof(ShiftChanged), typeof(DutyGapOpened), typeof(DutyWatchChanged),
        typeof(DrillChanged), typeof(ReviewChanged), typeof(LessonLinked), typeof(OrderIssued), typeof(OrderChanged), typeof(OrderEscalated),
        typeof(CommanderChanged), typeof(TransferChanged), typeof(ExerciseTimeChanged),
    ];

    [Theory, MemberData(nameof(Events))]
    public void A_sample_of_every_event_is_read_and_written_without_loss(Type type)
    {
        var text = File.ReadAllText(Path.Combine(Folder, $"{type.GetCustomAttribute<EventTypeAttribute>()!.Name}.json"));
        var read = JsonSerializer.Deserialize(text, type, Wire.Json);
        Assert.True(JsonElement.DeepEquals(JsonSerializer.Deserialize<JsonElement>(text), JsonSerializer.SerializeToElement(read, type, Wire.Json)), JsonSerializer.Serialize(read, type, Wire.Json));
        Assert.All(type.GetProperties(), p => Assert.NotNull(p.GetValue(read)));
    }
}
