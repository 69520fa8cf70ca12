using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Coordination.Contracts;
using Coordination.Host;
using Coordination.Platform;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace Coordination.Tests.Functional.PublicInformation;

/// <summary>Keys come and go; what was signed stays as it was.</summary>
public sealed class AlertKeyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("alert-keys").FullName, data = Directory.CreateTempSubdirectory("alerts").FullName;

    [Fact]
    public async Task An_alert_stays_as_it_was_signed_when_its_key_is_replaced_and_its_certificate_is_still_told()
    {
        Lay("old", -300);
        string path, etag;
        byte[] bytes;
        await using (var before = await StartAsync())
        {
            path = await IssueAsync(before);
            (bytes, etag) = await ReadAsync(before, path);
            Assert.Equal(["CN=old"], await SubjectsAsync(before));
        }
        File.Delete(Path.Combine(folder, "old.pem"));
        Lay("new", -1);
        await using var after = await StartAsync();
        Assert.Equal((Convert.ToHexString(bytes), etag), (await ReadAsync(after, path)) is var (same, tag) ? (Convert.ToHexString(same), tag) : default);
        var second = (await ReadAsync(after, await IssueAsync(after))).Bytes;
        Assert.Equal(["CN=new", "CN=old"], await SubjectsAsync(after));
        var keys = (await Anonymous(after).GetJsonAsync("/v1/alerts/keys")).GetProperty("items").EnumerateArray().Select(k => k.GetProperty("certificate").GetString()!).ToList();
        Assert.True(AlertSignatureTests.IsSignedBy(Encoding.UTF8.GetString(second), keys[0]));
        Assert.True(AlertSignatureTests.IsSignedBy(Encoding.UTF8.GetString(bytes), keys[1]));
        Assert.False(AlertSignatureTests.IsSignedBy(Encoding.UTF8.GetString(bytes), keys[0]));
    }

    /// <summary>As a version left it that knew neither signatures nor the table of messages.</summary>
    [Fact]
    public async Task What_an_older_version_issued_is_signed_and_in_force_after_the_start()
    {
        Lay("old", -300);
        string path;
        await using (var before = await StartAsync()) path = await IssueAsync(before);
        await ForgetAsync("signed_alerts", "cap_messages", "cap_places");
        await using var after = await StartAsync();
        Assert.True(AlertSignatureTests.IsSignedBy(Encoding.UTF8.GetString((await ReadAsync(after, path)).Bytes), (await Anonymous(after).GetJsonAsync("/v1/alerts/keys")).GetProperty("items")[0].GetProperty("certificate").GetString()!));
        Assert.Single((await Anonymous(after).GetJsonAsync("/v1/alerts/active?area=440303")).GetProperty("items").EnumerateArray());
        await after.DisposeAsync();
        // The message alone was there: it is signed, and not put there twice.
        await ForgetAsync("signed_alerts");
        await using var again = await StartAsync();
        await ReadAsync(again, path);
        Assert.Single((await Anonymous(again).GetJsonAsync("/v1/alerts/active?area=440303")).GetProperty("items").EnumerateArray());
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        Directory.Delete(data, recursive: true);
    }

    private Task<RunningRegion> StartAsync()
    {
        var settings = new ConfigurationBuilder().AddConfiguration(EmbeddedRegion.Settings(data)).AddInMemoryCollection(new Dictionary<string, string?> { ["COORDINATION_SIGNING_KEYS"] = folder }).Build();
        return RunningRegion.StartAsync(Arguments.Parse(["--modules", "public-information"], RegionModules.All), RegionModules.All, settings, TimeProvider.System);
    }

    private void Lay(string name, int from)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(from), TimeProvider.System.GetUtcNow().AddDays(300));
        File.WriteAllText(Path.Combine(folder, $"{name}.pem"), $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
    }

    private static async Task<string> IssueAsync(RunningRegion region)
    {
        var (officer, approver) = (Person(region, "ann", Roles.PublicInformationOfficer), Person(region, "bob", Roles.Approver));
        var issued = await Desk.StepsAsync("/v1/alerts", await Desk.OkAsync(officer, "/v1/alerts", Desk.Alert()), (approver, "approve", null), (officer, "issue", null));
        return $"/v1/public/alerts/{issued.GetProperty("id").GetGuid()}/cap";
    }

    private static async Task<(byte[] Bytes, string ETag)> ReadAsync(RunningRegion region, string path)
    {
        using var answer = await Anonymous(region).GetAsync(path);
        return (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(), answer.Headers.ETag!.Tag);
    }

    private static async Task<IEnumerable<string?>> SubjectsAsync(RunningRegion region) =>
        (await Anonymous(region).GetJsonAsync("/v1/alerts/keys")).GetProperty("items").EnumerateArray().Select(k => k.GetProperty("subject").GetString()).ToList();

    private async Task ForgetAsync(params string[] tables)
    {
        await using var database = new SqliteConnection($"Data Source={Path.Combine(data, "public-information.db")};Pooling=False");
        await database.OpenAsync();
        foreach (var table in tables)
        {
            await using var command = database.CreateCommand();
            command.CommandText = $"DELETE FROM {table}";
            await command.ExecuteNonQueryAsync();
        }
    }

    private static ApiClient Person(RunningRegion region, string subject, string role) => new(new Uri(region.Address), region.Issuer!.Token("county", [role], subject));

    private static ApiClient Anonymous(RunningRegion region) => new(new Uri(region.Address), null);
}
