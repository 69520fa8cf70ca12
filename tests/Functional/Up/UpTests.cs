using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
using Coordination.CommandLine.Servers;

namespace Coordination.Tests.Functional.Up;

/// <summary><c>coord up</c> as a person starts it. One service is enough; the whole region is what <see cref="DistributedRegion"/> is.</summary>
public sealed class UpTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("coordination-up-").FullName;
    private readonly string url = $"http://127.0.0.1:{ServerProcess.FreePort()}";

    /// <summary>Where it is built, not its copy among the tests, which has another framework's assemblies around it.</summary>
    private static string Program => Path.Combine(AppContext.BaseDirectory, "..", "..", "coord", new DirectoryInfo(AppContext.BaseDirectory).Name, "coord.dll");

    [Fact]
    public async Task One_command_starts_a_region_says_so_and_stops_it_without_a_trace()
    {
        LetOthersEnter();
        using var up = Start("up", "--data", folder, "--instances", "exchange", "--url", url, "--grpc-url", $"http://127.0.0.1:{ServerProcess.FreePort()}");
        if (!await SaysAsync(up, "The region is ready at")) Assert.Fail(await up.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        using (var http = new HttpClient()) await Platform.ProbeRegion.UntilAsync(async () => (await http.GetStringAsync(new Uri($"{url}/v1/region"))).Contains("\"exchange\"", StringComparison.Ordinal));
        Assert.Equal(0, Kill(up.Id, 15));
        await up.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, up.ExitCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => new HttpClient().GetAsync(new Uri(url)));
        await Platform.ProbeRegion.UntilAsync(() => Task.FromResult(Processes(folder).Count == 0));
    }

    /// <summary>Where an organisation keeps its own servers: both are used, and none is started beside them.</summary>
    [Fact]
    public async Task A_broker_and_a_database_that_are_named_are_used_and_no_private_one_is_started()
    {
        LetOthersEnter();
        await using var server = await LocalPostgres.StartAsync(Path.Combine(folder, "given-database"), TestContext.Current.CancellationToken);
        await using var rabbit = await LocalRabbit.StartAsync(Path.Combine(folder, "given-broker"), TestContext.Current.CancellationToken);
        var data = Path.Combine(folder, "data");
        using var up = Start("up", "--data", data, "--instances", "exchange", "--url", url, "--grpc-url", $"http://127.0.0.1:{ServerProcess.FreePort()}",
            "--database", server.AdminConnection, "--broker", rabbit.Management.ToString());
        if (!await SaysAsync(up, "The region is ready at")) Assert.Fail(await up.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        var secrets = Directory.GetFiles(Path.Combine(data, "secrets")).Select(File.ReadAllText).ToList();
        Assert.Contains(secrets, s => s.Contains($"Port={server.Port}", StringComparison.Ordinal));
        Assert.Contains(secrets, s => s.StartsWith("amqp", StringComparison.Ordinal) && s.Contains($":{rabbit.Port}/", StringComparison.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(data, "postgres")) || Directory.Exists(Path.Combine(data, "rabbitmq")));
        Assert.DoesNotContain(Processes(data), p => p.Contains("postgres", StringComparison.Ordinal) || p.Contains("rabbitmq", StringComparison.Ordinal));
        Assert.Equal(0, Kill(up.Id, 15));
        await up.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, up.ExitCode);
    }

    [Fact]
    public async Task A_service_that_does_not_exist_is_named_before_anything_starts()
    {
        using var up = Start("up", "--data", folder, "--instances", "weather", "--url", url);
        var said = await up.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await up.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, up.ExitCode);
        Assert.Contains("'weather'", said, StringComparison.Ordinal);
        Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>A database runs as a user of its own.</summary>
    private void LetOthersEnter()
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
    }

    private static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    private static async Task<bool> SaysAsync(Process process, string words)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            if (line.Contains(words, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Processes whose command line names the folder.</summary>
    private static List<string> Processes(string named) =>
    [
        .. Directory.EnumerateDirectories("/proc").Where(d => int.TryParse(Path.GetFileName(d), out _)).Select(CommandLine).Where(c => c.Contains(named, StringComparison.Ordinal)),
    ];

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (IOException)
        {
            return ""; // It ended in between.
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);
}
