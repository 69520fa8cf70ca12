using System.Diagnostics;

namespace Coordination.Tests.Chaos;

/// <summary>A file system of its own on a folder (tmpfs), which can be filled and freed. It takes root to mount one.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly string folder;

    private SmallDisk(string folder) => this.folder = folder;

    internal static bool IsPossible => Environment.UserName == "root";

    internal static async Task<SmallDisk> MountAsync(string folder, int megabytes)
    {
        Assert.True(IsPossible, "F6 mounts small file systems, which takes root: run the battery as root.");
        Directory.CreateDirectory(folder);
        await RunAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "coordination-battery", folder);
        return new(folder);
    }

    private string Ballast => Path.Combine(folder, "ballast");

    /// <summary>Takes the last byte.</summary>
    internal async Task FillAsync()
    {
        await using var file = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        for (var size = 1 << 20; size >= 1; size /= 2)
        {
            try
            {
                while (true) await file.WriteAsync(new byte[size]);
            }
            catch (IOException)
            {
                // Not so much at once; perhaps less.
            }
        }
    }

    internal void Free() => File.Delete(Ballast);

    public async ValueTask DisposeAsync() => await RunAsync("umount", folder);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program}: {said}");
    }
}
