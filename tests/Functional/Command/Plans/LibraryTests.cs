using Coordination.CommandLine.Plans;

namespace Coordination.Tests.Functional.Command.Plans;

/// <summary>Each plan of the starter library comes into force and is activated: every item becomes an order that goes out.</summary>
public abstract class LibraryTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : LibraryTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : LibraryTests(region);

    [Theory]
    [InlineData("hazardous-chemicals", "WorkSafety")]
    [InlineData("crowd-overload", "CrowdSafety")]
    [InlineData("food-safety", "FoodOrOccupational")]
    [InlineData("fire", "WorkSafety")]
    [InlineData("flood-typhoon-drought", "FloodOrDrought")]
    [InlineData("geological-hazard", "Geological")]
    [InlineData("avian-influenza", "AnimalDisease")]
    [InlineData("foreign-nationals", "ForeignNationalsAffected")]
    [InlineData("earthquake", "Earthquake")]
    [InlineData("infectious-disease", "InfectiousDisease")]
    public async Task A_plan_of_the_library_is_drafted_approved_and_carried_out(string name, string incidentKind)
    {
        var scene = await Scene.HeldAsync(region);
        var file = PlanReader.Read(await File.ReadAllTextAsync(SourceTree.At("plans", "en", $"{name}.yaml"), TestContext.Current.CancellationToken)).Plan!;
        var plan = await scene.OkAsync("county", "/v1/plans", file.Draft(Scene.County, file.Asks.Keys.ToDictionary(k => k, k => $"county-{k}")));
        var version = await scene.IntoForceAsync(plan.GetProperty("newestVersionId").GetGuid());
        var activation = await scene.OkAsync("county", "/v1/activations", new { incidentId = await scene.IncidentAsync(incidentKind), planVersionId = version.GetProperty("id").GetGuid() });
        activation = await scene.StepsAsync("/v1/activations", activation, ("county", "authorise", null), ("county", "activate", null));
        Assert.Equal(file.Items, activation.GetProperty("tasks").GetArrayLength());
    }
}
