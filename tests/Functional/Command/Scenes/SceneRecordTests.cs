using Coordination.Tests.Functional.Intake;

namespace Coordination.Tests.Functional.Command.Scenes;

public abstract class SceneRecordTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : SceneRecordTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : SceneRecordTests(region);

    [Fact]
    public async Task What_is_moved_at_the_scene_of_an_accident_is_marked_sketched_and_recorded_and_a_mistake_is_corrected_by_the_next_entry()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync("Transport");
        var (path, now) = ($"/v1/incidents/{incident}/scene-entries", await scene.NowAsync());
        await scene.JoinAsync(incident, "police", "fire");
        await scene.RefusedAsync(400, "required", "police", path, new { what = "Car 9", reason = "Rescue", sketch = "Sketch 3", recorder = "Police", movedAt = now });
        await scene.RefusedAsync(400, "type", "police", path, Entry("Tidiness", now));
        await scene.RefusedAsync(404, "not-found", "harbour", path, Entry("Rescue", now));
        var first = await scene.OkAsync("police", path, Entry("Rescue", now));
        await scene.OkAsync("fire", path, Entry("Containment", now));
        await scene.RefusedAsync(403, "not-your-entry", "fire", path, Entry("Traffic", now, first.Id()));
        await scene.OkAsync("police", path, Entry("Traffic", now, first.Id()));
        await scene.RefusedAsync(409, "already-corrected", "police", path, Entry("Rescue", now, first.Id()));
        var record = (await scene.ReadAsync(path)).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["police Rescue", "fire Containment", "police Traffic"], record.Select(e => $"{e.Text("recordedBy")} {e.Text("reason")}"));
        Assert.Equal(first.Id(), record[2].GetProperty("corrects").GetGuid());
        await scene.RefusedAsync(409, "not-an-accident", "county", $"/v1/incidents/{await scene.IncidentAsync()}/scene-entries", Entry("Rescue", now));
    }

    private static object Entry(string reason, DateTimeOffset movedAt, Guid? corrects = null) => new
    {
        what = "Car 9", reason, marks = "White paint at each axle", sketch = "Sketch 3", recorder = "Police", movedAt, corrects, correction = corrects is null ? null : "It stood in the way",
    };
}
