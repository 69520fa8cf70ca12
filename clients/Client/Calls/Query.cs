namespace Coordination.Client.Calls;

/// <summary>Query members of a path; one without a value is left out.</summary>
internal static class Query
{
    internal static string With(string path, params ReadOnlySpan<(string Name, object? Value)> members)
    {
        foreach (var (name, value) in members)
            if (value is not null) path += $"{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value.ToString()!)}";
        return path;
    }
}
