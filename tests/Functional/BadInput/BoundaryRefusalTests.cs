using Coordination.Contracts;

namespace Coordination.Tests.Functional.BadInput;

/// <summary>What is not built has no value in any vocabulary: the calls that would need one are refused.</summary>
public sealed class BoundaryRefusalTests(EmbeddedRegion region) : IClassFixture<EmbeddedRegion>
{
    [Theory]
    [InlineData("Detain"), InlineData("Disperse"), InlineData("Identify"), InlineData("Follow"), InlineData("Watch"), InlineData("Intercept"), InlineData("PersuadeBack"), InlineData("ListLeaders")]
    public Task An_order_against_persons_is_no_kind_of_order(string kind) =>
        RefusedAsync("/v1/orders", new { incidentId = Guid.NewGuid(), task = new { kind, instruction = "x", toAgency = "police", addresseeKind = "Agency", addressee = "police" } }, "/task/kind");

    [Theory]
    [InlineData("Containment"), InlineData("CrowdControl"), InlineData("EvidenceRecording"), InlineData("OpinionResponse"), InlineData("Negotiation")]
    public Task A_group_against_crowds_is_no_kind_of_group(string kind) => RefusedAsync("/v1/groups", new { incidentId = Guid.NewGuid(), kind }, "/kind");

    [Theory]
    [InlineData("MassIncident"), InlineData("StreetLockdown"), InlineData("SocialStability"), InlineData("Religious"), InlineData("Ethnic")]
    public Task A_plan_for_assemblies_is_no_kind_of_plan(string kind) => RefusedAsync("/v1/plans", new { name = "x", kind, tier = "Special", drillDuty = "Special", jurisdiction = "220221" }, "/kind");

    [Theory]
    [InlineData("Assembly"), InlineData("Procession"), InlineData("Picket"), InlineData("Petition")]
    public async Task An_assembly_is_never_an_incident_or_an_event_notice(string kind)
    {
        await RefusedAsync("/v1/event-notices", new { kind }, "/kind");
        await RefusedAsync("/v1/incidents", new { kind }, "/kind");
        await RefusedAsync("/v1/hazards", new { kind }, "/kind");
    }

    [Theory]
    [InlineData("SentimentIndex"), InlineData("FaceRecognition"), InlineData("PetitionCount"), InlineData("InstabilitySigns")]
    public Task An_indicator_of_people_is_no_kind_of_indicator(string kind) => RefusedAsync("/v1/indicators", new { kind }, "/kind");

    [Theory]
    [InlineData("Veterans"), InlineData("Drivers"), InlineData("LandlessFarmers"), InlineData("Graduates"), InlineData("KeyPerson")]
    public Task A_group_of_people_is_no_kind_of_hazard(string kind) => RefusedAsync("/v1/hazards", new { kind }, "/kind");

    [Theory]
    [InlineData("author"), InlineData("account"), InlineData("link"), InlineData("screenshot"), InlineData("platform"), InlineData("quotation")]
    public Task A_claim_has_no_author_and_no_link(string member) => RefusedAsync("/v1/clarifications", new Dictionary<string, object> { [member] = "x" }, $"/{member}", "unknown-member");

    [Fact]
    public async Task A_code_outside_the_closed_list_is_refused()
    {
        using var answer = await region.AsPerson("intruder", "fire", Intruder.EveryRole).PostAsync("/v1/incidents", new
        {
            name = "words", category = "PublicSafety", kind = "CrowdSafety", jurisdiction = "220221", eventCode = "14A01",
            occurredAt = DateTimeOffset.UtcNow.AddMinutes(-5), knownAt = DateTimeOffset.UtcNow.AddMinutes(-4),
        });
        Assert.Equal(400, (int)answer.StatusCode);
    }

    private async Task RefusedAsync(string path, object body, string pointer, string rule = "type")
    {
        using var answer = await region.AsPerson("intruder", "fire", Intruder.EveryRole).PostAsync(path, body);
        Assert.Null((await Refused.ReadAsync(answer)).Fault(400, pointer, rule));
    }
}
