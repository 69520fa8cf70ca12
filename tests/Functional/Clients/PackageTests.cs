using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;

namespace Coordination.Tests.Functional.Clients;

/// <summary>The client as a package: whole by itself, and enough for a program that knows nothing else of the region.</summary>
public sealed class PackageTests(EmbeddedRegion region) : IClassFixture<EmbeddedRegion>, IDisposable
{
    private const string Program = """
        using Coordination.Client;
        using Coordination.Client.Reports;
        using Coordination.Client.Tokens;
        using Coordination.Contracts;
        using Coordination.Contracts.Events;

        using var http = new HttpClient { BaseAddress = new Uri(args[0]) };
        using var tokens = new TrialTokens(http, "township", [Roles.Reporter]);
        var report = await new CoordinationClient(http, tokens).Reports.SendAsync(new NewReport(
            ReportKind.Initial, ReportSource.Agency, ReportChannel.Online, "county", IncidentCategory.NaturalDisaster, new Place("220221"), DateTimeOffset.UtcNow, new ReportContent()));
        Console.WriteLine(report.Id);
        """;

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><UseAppHost>false</UseAppHost></PropertyGroup>
          <ItemGroup><PackageReference Include="Coordination.Client" Version="*" /></ItemGroup>
        </Project>
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("coordination-package-").FullName;

    [Fact]
    public async Task A_program_that_has_nothing_but_the_package_sends_a_report()
    {
        await PackAsync();
        Directory.CreateDirectory(Path.Combine(folder, "program"));
        await File.WriteAllTextAsync(Path.Combine(folder, "program", "program.csproj"), Project);
        await File.WriteAllTextAsync(Path.Combine(folder, "program", "Program.cs"), Program);
        await File.WriteAllTextAsync(Path.Combine(folder, "program", "nuget.config"), """<configuration><packageSources><clear /><add key="here" value="../packages" /></packageSources></configuration>""");
        await DotnetAsync("build", "program/program.csproj", "-o", "built", "-v", "quiet", "--nologo", "--disable-build-servers");
        var id = Guid.Parse(await DotnetAsync("built/program.dll", region.Address.ToString()));
        using var found = await region.As("county", Contracts.Roles.DutyOfficer).GetAsync($"/v1/reports/{id}");
        Assert.True(found.IsSuccessStatusCode, $"{found.StatusCode}");
    }

    [Fact]
    public async Task The_package_carries_its_licence_its_readme_its_contracts_and_their_documentation_and_asks_for_no_other()
    {
        await using var package = await ZipFile.OpenReadAsync(await PackAsync());
        var names = package.Entries.Select(e => e.FullName).ToHashSet();
        Assert.Subset(names, new HashSet<string>(((string[])["Coordination.Client", "Coordination.Contracts"]).SelectMany(a => (string[])[$"lib/net10.0/{a}.dll", $"lib/net10.0/{a}.xml"]).Append("README.md").Append("LICENSE")));
        await using var stream = await package.Entries.Single(e => e.Name == "Coordination.Client.nuspec").OpenAsync();
        var metadata = (await XDocument.LoadAsync(stream, LoadOptions.None, TestContext.Current.CancellationToken)).Root!.Elements().Single();
        Assert.Equal(("README.md", "LICENSE"), (Text("readme"), Text("license")));
        Assert.NotEqual("", Text("description"));
        Assert.DoesNotContain(metadata.Descendants(), e => e.Name.LocalName == "dependency");

        string Text(string name) => metadata.Elements().Single(e => e.Name.LocalName == name).Value;
    }

    private async Task<string> PackAsync()
    {
        var configuration = AppContext.BaseDirectory.TrimEnd('/').EndsWith("debug", StringComparison.Ordinal) ? "Debug" : "Release";
        await DotnetAsync("pack", SourceTree.At("clients", "Client", "Client.csproj"), "-c", configuration, "--no-build", "-o", "packages", "-v", "quiet", "--nologo", "--disable-build-servers");
        return Assert.Single(Directory.GetFiles(Path.Combine(folder, "packages"), "Coordination.Client.*.nupkg"));
    }

    private async Task<string> DotnetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["NUGET_PACKAGES"] = Path.Combine(folder, "cache");
        using var dotnet = Process.Start(start)!;
        var (said, wrong) = (dotnet.StandardOutput.ReadToEndAsync(), dotnet.StandardError.ReadToEndAsync());
        await dotnet.WaitForExitAsync();
        Assert.True(dotnet.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}: {await said}{await wrong}");
        return (await said).Trim();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
