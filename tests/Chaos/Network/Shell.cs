using System.ComponentModel;
using System.Diagnostics;
using Coordination.CommandLine.Servers;

namespace Coordination.Tests.Chaos;

/// <summary>A command of the system.</summary>
internal static class Shell
{
    /// <exception cref="ServerException">It failed, or is not installed; the message is what it said.</exception>
    internal static Task RunAsync(CancellationToken ct, params string[] command) => ReadAsync(ct, command);

    /// <summary>What it wrote.</summary>
    /// <exception cref="ServerException">It failed, or is not installed; the message is what it said.</exception>
    internal static async Task<string> ReadAsync(CancellationToken ct, params string[] command)
    {
        var (status, said) = await SayAsync(command, ct);
        return status == 0 ? said : throw new ServerException($"{string.Join(' ', command)} failed: {said}");
    }

    internal static async Task<bool> TryAsync(CancellationToken ct, params string[] command) => (await SayAsync(command, ct)).Status == 0;

    private static async Task<(int Status, string Said)> SayAsync(string[] command, CancellationToken ct)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
            await process.WaitForExitAsync(ct);
            return (process.ExitCode, string.Concat(said).Trim());
        }
        catch (Win32Exception)
        {
            return (127, $"{command[0]} is not installed: apt-get install iproute2 iptables util-linux");
        }
    }
}
