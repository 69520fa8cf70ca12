using System.Text;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Intake;

public abstract class ContactTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : ContactTests(region), IClassFixture<EmbeddedRegion>
    {
        // It looks into the files of the region.
        [Fact]
        public async Task No_contact_and_no_words_leave_intake_and_no_contact_lies_open_in_its_own_file()
        {
            var marked = Desk.Report(Desk.Whole().With("situation", "SecretWords7 seen").With("leaderRole", "SecretWords8"), Desk.Place(words: "SecretWords9")).With("contacts", new { reporter = Canary });
            await region.Sender().SendAsync(marked);
            using var told = await region.Anonymous().PostAsync(
                "/v1/public-reports", new { category = "Accident", place = new { areaCode = "220221", description = "SecretWords9" }, situation = "SecretWords7", contact = Canary });
            await told.JsonAsync();
            await region.QuietAsync();
            foreach (var file in Directory.GetFiles(region.Folder, "*", SearchOption.AllDirectories))
            {
                var bytes = await BytesAsync(file);
                Assert.False(bytes.Contains(Canary, StringComparison.Ordinal), $"the contact lies open in {Path.GetFileName(file)}");
                if (!Path.GetFileName(file).StartsWith("intake", StringComparison.Ordinal)) Assert.False(bytes.Contains("SecretWords", StringComparison.Ordinal), Path.GetFileName(file));
            }
            var events = await region.As("region", Roles.Auditor, Roles.Operator).GetJsonAsync("/v1/events?limit=200");
            Assert.DoesNotContain("SecretWords", events.ToString(), StringComparison.Ordinal);
        }
    }

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : ContactTests(region);

    private const string Canary = "Canary Zhao 13911112222";

    [Fact]
    public async Task A_contact_is_read_by_who_opened_it_for_a_reason_and_the_opening_is_in_the_record()
    {
        var id = (await region.Sender().SendAsync(Desk.Report().With("contacts", new { reporter = Canary, scene = "Canary Scene" }))).Id();
        using var foreign = await region.Officer("fire").PostAsync($"/v1/reports/{id}/open-contact", new { purpose = "Rescue" });
        await foreign.ProblemAsync(404, "not-found");
        using var sent = await region.Officer(Desk.Township).PostAsync($"/v1/reports/{id}/open-contact", new { purpose = "Rescue" });
        await sent.ProblemAsync(403, "not-handling-agency");
        using var curious = await region.Officer().PostAsync($"/v1/reports/{id}/open-contact", new { purpose = "Curiosity" });
        await curious.ProblemAsync(400, "type");
        using var opened = await region.Officer().PostAsync($"/v1/reports/{id}/open-contact", new { purpose = "Rescue" });
        var access = await opened.JsonAsync();

        Assert.Equal(Canary, (await region.Officer().GetJsonAsync($"/v1/contact-accesses/{access.Id()}")).Text("reporter"));
        using var other = await region.AsPerson("another-officer", Desk.County, Roles.DutyOfficer).GetAsync($"/v1/contact-accesses/{access.Id()}");
        await other.ProblemAsync(404, "not-found");
        Assert.Equal("Rescue", Assert.Single(await region.EventsAsync("intake.contact-opened.v1", id)).Text("purpose"));
    }

    [Fact]
    public async Task Who_opened_a_contact_is_listed_to_the_agencies_of_the_report_and_to_who_reviews_it_also_when_it_is_gone()
    {
        var id = (await region.Sender().SendAsync(Desk.Report().With("contacts", new { reporter = Canary }))).Id();
        using var opened = await region.Officer().PostAsync($"/v1/reports/{id}/open-contact", new { purpose = "Rescue" });
        var access = (await opened.JsonAsync()).Id();
        using var destroyed = await region.Officer().PostAsync($"/v1/reports/{id}/destroy-contact", new { reason = "OnRequest" });
        await destroyed.JsonAsync();
        foreach (var reader in (ApiClient[])[region.Officer(), region.Officer(Desk.Township), region.As("review", Roles.Auditor)])
        {
            var entry = Assert.Single((await reader.GetJsonAsync($"/v1/reports/{id}/contact-openings")).GetProperty("items").EnumerateArray());
            Assert.Equal((access, Desk.County, $"{Desk.County}-{Roles.DutyOfficer}", "Rescue"), (entry.Id(), entry.Text("agency"), entry.Text("person"), entry.Text("purpose")));
            Assert.DoesNotContain(Canary, entry.ToString(), StringComparison.Ordinal);
        }
        using var foreign = await region.Officer("fire").GetAsync($"/v1/reports/{id}/contact-openings");
        await foreign.ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task A_destroyed_contact_is_gone_and_its_clock_is_met()
    {
        var id = (await region.Sender().SendAsync(Desk.Report().With("contacts", new { reporter = Canary }))).Id();
        Assert.Equal(["Running"], await region.ClockStatesAsync(id, "report.contact-retention"));
        using var destroyed = await region.Officer().PostAsync($"/v1/reports/{id}/destroy-contact", new { reason = "OnRequest" });
        Assert.False((await destroyed.JsonAsync()).GetProperty("hasContact").GetBoolean());
        Assert.Equal(["Met"], await region.ClockStatesAsync(id, "report.contact-retention"));
        using var none = await region.Officer().PostAsync($"/v1/reports/{id}/open-contact", new { purpose = "Reply" });
        await none.ProblemAsync(409, "no-contact");
    }

    private static async Task<string> BytesAsync(string file)
    {
        try
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory);
            return Encoding.UTF8.GetString(memory.ToArray());
        }
        catch (IOException)
        {
            // The region holds its lock file for itself; there is nothing in it.
            return "";
        }
    }
}
