using System.Text;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Mediation;

/// <summary>What is said in mediation stays there.</summary>
public abstract class ConfidentialTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : ConfidentialTests(region), IClassFixture<EmbeddedRegion>
    {
        // It looks into the files of the region.
        [Fact]
        public async Task Nothing_of_a_case_leaves_the_service_and_no_word_lies_open_in_its_files()
        {
            var committee = await Committee.MeetAsync(region);
            var path = await committee.AgreedToTalkAsync();
            var id = (await committee.ReadAsync(path)).GetProperty("id").GetGuid();
            var session = await committee.SitAsync(path, [.. await committee.TakingPartAsync(path)]);
            await committee.StepAsync("/v1/sessions", session, "minute", new { minutes = "Secret minutes" });
            await committee.DecideAsync(path, "no-agreement");
            await region.QuietAsync(committee.Exercise);
            var events = await committee.As("region", Roles.Auditor).GetJsonAsync($"/v1/events?exercise={committee.Exercise}&limit=200");
            var ours = events.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("event")).Where(e => e.GetProperty("source").GetString()!.EndsWith("/mediation", StringComparison.Ordinal)).ToList();
            var command = await committee.As("county", Roles.Commander).GetJsonAsync($"/v1/events?exercise={committee.Exercise}&limit=200");
            Assert.DoesNotContain(command.GetProperty("items").EnumerateArray(), e => e.GetRawText().Contains("mediation", StringComparison.OrdinalIgnoreCase));
            Assert.Equal(["Received", "NotAgreed"], ours.Select(e => e.GetProperty("data").GetProperty("outcome").GetString()));
            Assert.All(ours, e =>
            {
                Assert.Equal("mediation.case-counted.v1", e.GetProperty("type").GetString());
                Assert.Equal(["kind", "month", "outcome", "year"], e.GetProperty("data").EnumerateObject().Select(p => p.Name).Order());
                Assert.False(e.TryGetProperty("traceparent", out _));
                Assert.DoesNotContain(id.ToString(), e.GetRawText(), StringComparison.OrdinalIgnoreCase);
            });
            Assert.Equal(2, ours.Select(e => e.GetProperty("subject").GetString()).Distinct().Count());
            foreach (var file in Directory.GetFiles(region.Folder, "*.db*", SearchOption.AllDirectories))
            {
                await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                using var content = new MemoryStream();
                await stream.CopyToAsync(content);
                Assert.True(content.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes("Secret")) < 0, $"{Path.GetFileName(file)} holds words in the open");
            }
        }
    }

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : ConfidentialTests(region);

    [Fact]
    public async Task Only_the_committee_that_took_a_case_in_sees_it()
    {
        var committee = await Committee.MeetAsync(region);
        var path = await committee.ApplyAsync();
        foreach (var role in (string[])[Roles.Commander, Roles.Auditor, Roles.Operator, Roles.DutyOfficer, Roles.Integration])
        {
            using var refused = await committee.As("county", role).GetAsync(path);
            Assert.Equal(403, (int)refused.StatusCode);
            using var clocks = await committee.As("county", role).GetAsync("/v1/mediation/clocks");
            Assert.Equal(403, (int)clocks.StatusCode);
        }
        // The head of its journal would count the cases as they come in.
        foreach (var role in (string[])[Roles.Commander, Roles.DutyOfficer, Roles.Integration])
        {
            using var journal = await committee.As("county", role).GetAsync("/v1/mediation/journal");
            Assert.Equal(403, (int)journal.StatusCode);
        }
        using var other = await committee.As("other-committee", Roles.Mediator).GetAsync(path);
        await other.ProblemAsync(404, "not-found");
        using var anonymous = await region.Anonymous().GetAsync(path);
        Assert.Equal(401, (int)anonymous.StatusCode);
    }

    [Fact]
    public async Task Words_are_read_only_by_who_opened_the_file_for_a_purpose_and_the_opening_is_logged()
    {
        var committee = await Committee.MeetAsync(region);
        var path = await committee.ApplyAsync();
        var id = (await committee.ReadAsync(path)).GetProperty("id").GetGuid();
        using var closed = await committee.Mediator.GetAsync($"{path}/summary");
        await closed.ProblemAsync(403, "file-closed");
        Assert.All(await committee.PartiesAsync(path), p => Assert.True(!p.TryGetProperty("name", out var name) || name.ValueKind == System.Text.Json.JsonValueKind.Null));
        await committee.PostAsync($"/v1/mediation-files/{id}/open", new { purpose = "Mediation" });
        Assert.Equal("Secret: the rent was not refunded", (await committee.ReadAsync($"{path}/summary")).GetProperty("summary").GetString());
        Assert.Contains(await committee.PartiesAsync(path), p => p.GetProperty("name").GetString() == "Secret company");
        using var colleague = await committee.As(Committee.Agency, Roles.Mediator, "colleague").GetAsync($"{path}/summary");
        await colleague.ProblemAsync(403, "file-closed");
        await committee.PassAsync(TimeSpan.FromMinutes(30));
        using var over = await committee.Mediator.GetAsync($"{path}/summary");
        await over.ProblemAsync(403, "file-closed");
        Assert.Single((await committee.ReadAsync($"/v1/mediation-files/{id}/openings")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_caucus_note_is_read_by_its_writer_alone()
    {
        var committee = await Committee.MeetAsync(region);
        var path = await committee.AgreedToTalkAsync();
        var id = (await committee.ReadAsync(path)).GetProperty("id").GetGuid();
        var now = await committee.NowAsync();
        var caucus = await committee.PostAsync($"{path}/sessions", new { startsAt = now.AddHours(1), endsAt = now.AddHours(2), partyIds = (Guid[])[await committee.CompanyAsync(path)], kind = "Caucus" });
        var notes = $"/v1/sessions/{caucus.GetProperty("id").GetGuid()}/caucus-notes";
        Assert.DoesNotContain("Secret", (await committee.PostAsync(notes, new { side = "Respondent", text = "Secret: they would pay half" })).GetRawText(), StringComparison.Ordinal);
        var colleague = committee.As(Committee.Agency, Roles.Mediator, "colleague");
        foreach (var who in (ApiClient[])[committee.Mediator, colleague]) (await who.PostAsync($"/v1/mediation-files/{id}/open", new { purpose = "Mediation" })).Dispose();
        Assert.Single((await committee.ReadAsync(notes)).GetProperty("items").EnumerateArray());
        Assert.Empty((await colleague.GetJsonAsync(notes)).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Command_looks_the_same_before_and_after()
    {
        var committee = await Committee.MeetAsync(region);
        var before = await LookAsync();
        var path = await committee.AgreedToTalkAsync();
        await committee.SitAsync(path, [.. await committee.TakingPartAsync(path)]);
        await committee.DecideAsync(path, "no-agreement");
        await region.QuietAsync(committee.Exercise);
        Assert.Equal(before, await LookAsync());

        async Task<string> LookAsync()
        {
            var seen = new StringBuilder();
            foreach (var page in (string[])["/v1/incidents", "/v1/orders", "/v1/command/clocks", "/v1/activations"])
                seen.Append((await committee.As("county", page.EndsWith("clocks", StringComparison.Ordinal) ? Roles.Operator : Roles.Commander).GetJsonAsync($"{page}{(page.EndsWith("clocks", StringComparison.Ordinal) ? $"?exercise={committee.Exercise}" : "")}")).GetRawText());
            return seen.Append((await committee.As("county", Roles.Commander).GetJsonAsync("/v1/command/journal")).GetProperty("head")).ToString();
        }
    }

    [Fact]
    public async Task When_its_time_is_over_the_words_of_a_case_are_destroyed_unless_they_are_held()
    {
        var committee = await Committee.MeetAsync(region);
        var path = await committee.AgreedToTalkAsync();
        var id = (await committee.ReadAsync(path)).GetProperty("id").GetGuid();
        await committee.DecideAsync(path, "no-agreement");
        await committee.DecideAsync(path, "notify-rights", new { paths = (string[])["Court", "Arbitration", "Complaint"] });
        await committee.DecideAsync(path, "close");
        await committee.DecideAsync(path, "hold-file", new { reason = "Evidence", until = await committee.NowAsync() + TimeSpan.FromDays(1200) });
        await committee.PassAsync(TimeSpan.FromDays(1100));
        Assert.Equal("Secret: the rent was not refunded", await SummaryAsync());
        await committee.PassAsync(TimeSpan.FromDays(101));
        Assert.Null(await SummaryAsync());
        Assert.All(await committee.PartiesAsync(path), p => Assert.True(!p.TryGetProperty("name", out var name) || name.ValueKind == System.Text.Json.JsonValueKind.Null));
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, (await committee.ReadAsync(path)).GetProperty("destroyedAt").ValueKind);

        async Task<string?> SummaryAsync()
        {
            await committee.PostAsync($"/v1/mediation-files/{id}/open", new { purpose = "Review" });
            return (await committee.ReadAsync($"{path}/summary")).TryGetProperty("summary", out var words) ? words.GetString() : null;
        }
    }
}
