using Coordination.Command.Incidents;
using Coordination.Command.Scenes;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Tests.Unit.Command.Incidents;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Command.Scenes;

/// <summary>What is moved at the scene is recorded; what was wrong is corrected by the next entry.</summary>
public sealed class SceneRecordTests
{
    private static readonly DateTimeOffset T0 = IncidentTests.T0;
    private static readonly RecordScene Car = new("Car 9", SceneReason.Rescue, "White paint at each axle", "Sketch 3", SceneRecorder.Police, T0.AddHours(1));

    private static (SceneEntry?, Refusal?) Record(RecordScene request, string agency = "rail-police", Incident? incident = null, params SceneEntry[] before) =>
        SceneEntry.Record(request, incident ?? IncidentTests.Opened(EventKind.Transport), agency, before, T0.AddHours(2));

    [Fact]
    public void The_scene_of_an_accident_is_recorded_before_it_is_confirmed_as_well()
    {
        var entry = Record(Car).Item1!;
        Assert.Equal(("Car 9", SceneReason.Rescue, "rail-police", T0.AddHours(1), T0.AddHours(2)), (entry.What, entry.Reason, entry.RecordedBy, entry.MovedAt, entry.RecordedAt));
        Machine.Refused(Record(Car, incident: IncidentTests.Active()).Item2, "not-an-accident");
        var unfounded = IncidentTests.Opened(EventKind.Transport);
        Assert.Null(unfounded.FindUnfounded());
        Machine.Refused(Record(Car, incident: unfounded).Item2, "no-incident");
        Machine.Refused(Record(Car with { MovedAt = T0.AddDays(-1).AddMinutes(-1) }).Item2, "before-incident");
        Assert.Null(Record(Car with { MovedAt = T0.AddMinutes(-3) }).Item2);
    }

    [Fact]
    public void There_are_three_lawful_reasons_and_no_other() => Assert.Equal(["Rescue", "Traffic", "Containment"], Enum.GetNames<SceneReason>());

    [Fact]
    public void An_entry_is_corrected_once_by_who_made_it_and_with_a_reason()
    {
        var first = Record(Car).Item1!;
        var second = Car with { What = "Car 10", Corrects = first.Id, Correction = "Misread" };
        Machine.Refused(Record(Car with { Correction = "Misread" }).Item2, "nothing-corrected");
        Machine.Refused(Record(second).Item2, "unknown-entry");
        Machine.Refused(Record(second with { Correction = null }, before: first).Item2, "required");
        Machine.Refused(Record(second, "fire", before: first).Item2, "not-your-entry");
        var corrected = Record(second, before: first).Item1!;
        Machine.Refused(Record(second, before: [first, corrected]).Item2, "already-corrected");
        Assert.NotNull(Record(second with { Corrects = corrected.Id }, before: [first, corrected]).Item1);
    }

    /// <summary>Whoever writes what, in whatever order: entries stay, and each is corrected at most once, by its own agency.</summary>
    [Fact]
    public void Whatever_is_written_nothing_is_changed_and_each_entry_has_one_correction_of_its_own_agency() =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ArrayOf(40).ToArbitrary(), numbers =>
        {
            var record = new List<SceneEntry>();
            foreach (var n in numbers)
            {
                Guid? corrects = n % 3 == 0 || record.Count == 0 ? null : record[n / 3 % record.Count].Id;
                var (entry, refusal) = Record(Car with { What = $"Car {n}", Corrects = corrects, Correction = corrects is null ? null : "Misread" }, n % 2 == 0 ? "fire" : "rail-police", null, [.. record]);
                if (entry is null == refusal is null || (corrects is null && entry is null)) return false;
                if (entry is not null) record.Add(entry);
            }
            var corrected = record.Where(e => e.Corrects is not null).ToList();
            return corrected.DistinctBy(e => e.Corrects).Count() == corrected.Count && corrected.TrueForAll(e => record.Single(o => o.Id == e.Corrects).RecordedBy == e.RecordedBy);
        }).QuickCheckThrowOnFailure();
}
