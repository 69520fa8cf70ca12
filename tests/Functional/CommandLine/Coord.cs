using System.Diagnostics;

namespace Coordination.Tests.Functional.CommandLine;

/// <summary><c>coord</c> as a person or a script runs it.</summary>
internal sealed class Coord(Uri region) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("coordination-cli-").FullName;

    private static string Program => Path.Combine(AppContext.BaseDirectory, "..", "..", "coord", new DirectoryInfo(AppContext.BaseDirectory).Name, "coord.dll");

    /// <summary>The language of the machine that it runs on.</summary>
    internal string Language { get; set; } = "en";

    internal async Task<Said> RunAsync(string? input, params string[] arguments)
    {
        using var process = Start(arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await EndAsync(process);
    }

    /// <summary>Runs what prints an address and waits for somebody to go there.</summary>
    internal async Task<Said> RunBesideAsync(Browser person, params string[] arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        try
        {
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                if (!line.StartsWith("http", StringComparison.Ordinal)) continue;
                Assert.Contains("Go back to the terminal", await person.GoAsync(new Uri(line)), StringComparison.Ordinal);
                break;
            }
        }
        catch
        {
            process.Kill();
            throw;
        }
        return await EndAsync(process);
    }

    /// <summary>Runs what lasts and stops it, as Ctrl-C does, when it has said its first words.</summary>
    internal async Task<Said> RunAndStopAsync(params string[] arguments)
    {
        using var process = Start(arguments, hearsInterrupt: true);
        var first = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        using (var interrupt = Process.Start("sh", ["-c", $"kill -INT {process.Id}"])) await interrupt.WaitForExitAsync(TestContext.Current.CancellationToken);
        var said = await EndAsync(process);
        return said with { Output = $"{first}\n{said.Output}" };
    }

    /// <summary>A run behind nohup or in the background of a shell ignores the interrupt, and so would its children: one that is to hear it is told so.</summary>
    private Process Start(string[] arguments, bool hearsInterrupt = false)
    {
        string[] words = hearsInterrupt ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        var start = new ProcessStartInfo(words[0], [.. words[1..], Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["COORDINATION_SESSION"] = SessionFile;
        start.Environment["COORDINATION_URL"] = region.ToString();
        start.Environment["COORDINATION_LANG"] = Language;
        return Process.Start(start)!;
    }

    private static async Task<Said> EndAsync(Process process)
    {
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await error);
    }

    internal string SessionFile => Path.Combine(folder, "session.json");

    /// <summary>What stands in the session file.</summary>
    internal string Session => File.ReadAllText(SessionFile);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

/// <summary>What a run said.</summary>
internal sealed record Said(int Status, string Output, string Error);
