namespace Coordination.Platform;

/// <summary>A data folder has one owner: the process that holds the exclusive lock on its <c>lock</c> file.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream? held;

    private DataFolder(string path, FileStream? held) => (Path, this.held) = (path, held);

    internal string Path { get; }

    /// <summary>No folder: for building routes without running them.</summary>
    internal static DataFolder None { get; } = new("none", null);

    internal string FileOf(ServiceInstance instance) => System.IO.Path.Combine(Path, $"{instance.Name}.db");

    internal static string ConnectionString(string file) =>
        new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder { DataSource = file, Pooling = true, DefaultTimeout = 30 }.ToString();

    /// <exception cref="StartFailedException">Another process owns the folder, or it cannot be written.</exception>
    internal static DataFolder Own(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartFailedException($"The data folder {full} cannot be created: {e.Message}", e);
        }
        try
        {
            return new(full, new FileStream(System.IO.Path.Combine(full, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e)
        {
            throw new StartFailedException($"The data folder {full} belongs to another running process. Stop it, or set COORDINATION_DATA to another folder.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StartFailedException($"The data folder {full} cannot be written: {e.Message}", e);
        }
    }

    public void Dispose() => held?.Dispose();
}

/// <summary>The process cannot start; the message says why and what to do. Printed without a stack trace.</summary>
public sealed class StartFailedException(string message, Exception? inner = null) : Exception(message, inner);
