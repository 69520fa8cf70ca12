using System.Diagnostics;

namespace Coordination.CommandLine.Servers;

/// <summary>PostgreSQL's own programs as Debian installs them. They refuse to run as root, and are then run as the user that the package made.</summary>
internal static class PostgresPrograms
{
    private const string Packages = "/usr/lib/postgresql";
    private const string Account = "postgres";

    /// <summary>A program's full path.</summary>
    /// <exception cref="ServerException">PostgreSQL is not installed.</exception>
    internal static string Find(string name)
    {
        var packaged = Directory.Exists(Packages) ? Directory.GetDirectories(Packages).OrderByDescending(d => double.TryParse(Path.GetFileName(d), out var v) ? v : 0) : Enumerable.Empty<string>();
        var folders = packaged.Select(d => Path.Combine(d, "bin")).Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'));
        return folders.Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists)
            ?? throw new ServerException(Language.Say($"PostgreSQL is not installed: apt-get install postgresql."));
    }

    internal static ProcessStartInfo Command(string name, params string[] arguments)
    {
        var program = Find(name);
        return Environment.UserName == "root"
            ? Quiet(new("setsid", ["setpriv", $"--reuid={Account}", $"--regid={Account}", "--clear-groups", "--", program, .. arguments]))
            : Quiet(new("setsid", [program, .. arguments]));
    }

    /// <summary>Gives a file or folder to the user that the programs run as.</summary>
    internal static Task HandOverAsync(string path, CancellationToken ct) =>
        Environment.UserName == "root" ? RunAsync(Quiet(new("chown", ["-R", $"{Account}:{Account}", path])), ct) : Task.CompletedTask;

    /// <exception cref="ServerException">The program failed; the message is what it said.</exception>
    internal static async Task RunAsync(ProcessStartInfo start, CancellationToken ct)
    {
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0) throw new ServerException(Language.Say($"{Path.GetFileName(start.FileName)} failed: {string.Concat(said).Trim()}"));
    }

    private static ProcessStartInfo Quiet(ProcessStartInfo start)
    {
        // A session of its own: Ctrl-C at the terminal is for whoever started it. A folder that the other user may enter, wherever this process was started.
        start.WorkingDirectory = "/";
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        return start;
    }
}
