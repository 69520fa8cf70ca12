using System.Net;

namespace Coordination.Tests.Functional.PublicInformation;

public abstract class StatementTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : StatementTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : StatementTests(region);

    [Fact]
    public async Task A_statement_is_public_once_another_person_approved_it()
    {
        var desk = await Desk.OpenAsync(region);
        var draft = await Desk.OkAsync(desk.Officer, "/v1/statements", Desk.Words());
        var id = draft.GetProperty("id").GetGuid();
        using (var hidden = await desk.Public.GetAsync($"/v1/public/statements/{id}")) await hidden.ProblemAsync(404, "not-found");
        var pending = await Desk.StepsAsync("/v1/statements", draft, (desk.Officer, "check-facts", null), (desk.Officer, "submit", null));
        await Desk.RefusedAsync(403, "role-required", desk.Officer, $"/v1/statements/{id}/approve", null, pending.GetProperty("version").GetInt32());
        var published = await Desk.StepsAsync("/v1/statements", pending, (desk.Approver, "approve", null), (desk.Officer, "publish", null));
        Assert.Equal("Published", published.GetProperty("state").GetString());
        var seen = await desk.Public.GetJsonAsync($"/v1/public/statements/{id}");
        Assert.True(seen.GetProperty("isExercise").GetBoolean());
        Assert.DoesNotContain("ann", seen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_author_does_not_approve_in_another_role_either()
    {
        var desk = await Desk.OpenAsync(region);
        var pending = await Desk.StepsAsync("/v1/statements", await Desk.OkAsync(desk.Officer, "/v1/statements", Desk.Words()), (desk.Officer, "check-facts", null), (desk.Officer, "submit", null));
        var same = region.AsPerson("ann", "county", Coordination.Contracts.Roles.Approver);
        same.Exercise = desk.Scene.Exercise;
        await Desk.RefusedAsync(403, "approver-is-author", same, $"/v1/statements/{pending.GetProperty("id").GetGuid()}/approve", null, pending.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_draft_without_a_fact_is_rewritten_before_it_goes_on()
    {
        var desk = await Desk.OpenAsync(region);
        var draft = await Desk.OkAsync(desk.Officer, "/v1/statements", Desk.Words(facts: []));
        var path = $"/v1/statements/{draft.GetProperty("id").GetGuid()}";
        await Desk.RefusedAsync(409, "fact-required", desk.Officer, $"{path}/check-facts", null, 1);
        await Desk.StepsAsync("/v1/statements", draft, (desk.Officer, "rewrite", new { title = "Flood", body = "Six are missing", facts = new[] { Desk.Ledger } }), (desk.Officer, "check-facts", null));
        await Desk.RefusedAsync(409, "not-a-draft", desk.Officer, $"{path}/rewrite", new { title = "Flood", body = "Five are missing", facts = new[] { Desk.Ledger } }, 3);
    }

    [Fact]
    public async Task A_correction_leaves_the_old_version_visible_with_its_reason()
    {
        var desk = await Desk.OpenAsync(region);
        var old = await desk.PublishedAsync(Desk.Words());
        var id = old.GetProperty("id").GetGuid();
        await Desk.RefusedAsync(400, "notice-required", desk.Officer, "/v1/statements", Desk.Words(supersedes: id, correction: true));
        var correction = await desk.PublishedAsync(Desk.Words(supersedes: id, correction: true, notice: "70 dead, not 66"));
        var seen = await desk.Public.GetJsonAsync($"/v1/public/statements/{id}");
        Assert.Equal(("Corrected", correction.GetProperty("id").GetGuid()), (seen.GetProperty("state").GetString(), seen.GetProperty("supersededBy").GetGuid()));
        Assert.Equal("70 dead, not 66", correction.GetProperty("notice").GetString());
        await Desk.RefusedAsync(400, "not-published", desk.Officer, "/v1/statements", Desk.Words(supersedes: id));
    }

    [Fact]
    public async Task A_statement_is_taken_back_only_with_a_public_notice()
    {
        var desk = await Desk.OpenAsync(region);
        var statement = await desk.PublishedAsync(Desk.Words());
        var id = statement.GetProperty("id").GetGuid();
        using (var bare = await desk.Approver.PostAsync($"/v1/statements/{id}/retract", new { }, statement.GetProperty("version").GetInt32())) Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        await Desk.StepsAsync("/v1/statements", statement, (desk.Approver, "retract", new { notice = "The gauge was broken" }));
        Assert.Equal("The gauge was broken", (await desk.Public.GetJsonAsync($"/v1/public/statements/{id}")).GetProperty("notice").GetString());
        Assert.Equal(["Retracted"], await desk.ToldAsync("public-information.statement-changed.v1", id, "harbour"));
    }

    [Fact]
    public async Task A_translation_is_public_once_another_person_approved_it()
    {
        var desk = await Desk.OpenAsync(region);
        var id = (await desk.PublishedAsync(Desk.Words())).GetProperty("id").GetGuid();
        var translated = await Desk.OkAsync(desk.Officer, $"/v1/statements/{id}/translations", new { language = "en", title = "Flood", body = "The water is falling" });
        Assert.Empty((await desk.Public.GetJsonAsync($"/v1/public/statements/{id}")).GetProperty("translations").EnumerateArray());
        await Desk.StepsAsync("/v1/statements", translated, (desk.Approver, "translations/approve", new { language = "en" }));
        Assert.Single((await desk.Public.GetJsonAsync($"/v1/public/statements/{id}")).GetProperty("translations").EnumerateArray());
    }

    [Fact]
    public async Task Outside_its_exercise_a_statement_of_an_exercise_does_not_exist()
    {
        var desk = await Desk.OpenAsync(region);
        var id = (await desk.PublishedAsync(Desk.Words())).GetProperty("id").GetGuid();
        using var real = await region.Anonymous().GetAsync($"/v1/public/statements/{id}");
        await real.ProblemAsync(404, "not-found");
        Assert.DoesNotContain($"{id}", (await region.Anonymous().GetJsonAsync("/v1/public/statements?limit=200")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decision_on_an_old_version_is_refused()
    {
        var desk = await Desk.OpenAsync(region);
        var draft = await Desk.OkAsync(desk.Officer, "/v1/statements", Desk.Words());
        await Desk.RefusedAsync(412, "stale-version", desk.Officer, $"/v1/statements/{draft.GetProperty("id").GetGuid()}/check-facts", null, 7);
        await Desk.RefusedAsync(428, "if-match-required", desk.Officer, $"/v1/statements/{draft.GetProperty("id").GetGuid()}/check-facts");
    }
}
