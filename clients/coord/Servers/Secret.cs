namespace Coordination.CommandLine.Servers;

/// <summary>Files that only their owner reads.</summary>
internal static class Secret
{
    /// <summary>Writes the text to a file with mode 0600, whole or not at all.</summary>
    internal static Task WriteAsync(string path, string text, CancellationToken ct) => WriteAsync(path, System.Text.Encoding.UTF8.GetBytes(text), ct);

    /// <summary>The same for bytes.</summary>
    internal static async Task WriteAsync(string path, byte[] bytes, CancellationToken ct)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var file = new FileStream(draft, options)) await file.WriteAsync(bytes, ct);
        File.Move(draft, path, overwrite: true);
    }
}
