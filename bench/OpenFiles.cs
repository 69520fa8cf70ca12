using System.Runtime.InteropServices;

namespace Coordination.Bench;

/// <summary>How many sockets this process, and those that it starts, may have open.</summary>
internal static class OpenFiles
{
    private const int NumberOfFiles = 7;

    /// <summary>Asks for as many as are needed; a user who is not root may not be given more than <c>ulimit -Hn</c> says.</summary>
    internal static void Allow(ulong needed)
    {
        var limit = new Limit(needed, needed);
        if (GetLimit(NumberOfFiles, out var now) == 0 && now.Soft >= needed) return;
        if (SetLimit(NumberOfFiles, ref limit) != 0) throw new InvalidOperationException($"{needed} open files are needed and {now.Soft} allowed: ulimit -n {needed}");
    }

    [StructLayout(LayoutKind.Sequential)]
    private record struct Limit(ulong Soft, ulong Hard);

    [DllImport("libc", EntryPoint = "getrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetLimit(int resource, out Limit limit);

    [DllImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetLimit(int resource, ref Limit limit);
}
