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
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["COORDINATION_SESSION"] = Path.Combine(folder, "session.json");
        start.Environment["COORDINATION_URL"] = region.ToString();
        start.Environment["COORDINATION_LANG"] = Language;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await error);
    }

    /// <summary>What stands in the session file.</summary>
    internal string Session => File.ReadAllText(Path.Combine(folder, "session.json"));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}

/// <summary>What a run said.</summary>
internal sealed record Said(int Status, string Output, string Error);
