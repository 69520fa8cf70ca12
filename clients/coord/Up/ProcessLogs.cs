namespace Coordination.CommandLine.Up;

/// <summary>What the processes of a region write: each to a file of its own, begun anew with the region, and the newest lines of all together.</summary>
internal sealed class ProcessLogs(string folder) : IDisposable
{
    private const int LinesShown = 12;
    private readonly Queue<string> newest = new();
    private readonly Dictionary<string, StreamWriter> files = new(StringComparer.Ordinal);
    private bool isOver;

    internal string Folder => folder;

    internal IReadOnlyList<string> Newest
    {
        get
        {
            lock (newest) return [.. newest];
        }
    }

    /// <summary>From any thread. A disk that is full costs lines of the file, and nothing else.</summary>
    internal void Hear(string process, string line)
    {
        lock (newest)
        {
            if (isOver) return;
            newest.Enqueue($"{process,-18} {line}");
            if (newest.Count > LinesShown) newest.Dequeue();
            try
            {
                if (!files.TryGetValue(process, out var file)) files[process] = file = Open(process);
                file.WriteLine(line);
            }
            catch (IOException e)
            {
                newest.Enqueue($"{process,-18} ({e.Message})");
            }
        }
    }

    public void Dispose()
    {
        lock (newest)
        {
            isOver = true;
            foreach (var file in files.Values) file.Dispose();
        }
    }

    private StreamWriter Open(string process)
    {
        Directory.CreateDirectory(folder);
        return new(Path.Combine(folder, $"{process}.log"), append: false) { AutoFlush = true };
    }
}
