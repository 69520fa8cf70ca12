using Microsoft.Extensions.Configuration;

namespace Coordination.Platform;

/// <summary>
/// A setting that differs from instance to instance: <c>COORDINATION_NAME</c> holds it, or <c>COORDINATION_NAME_FILE</c> names the file that does.
/// In a file's name <c>{instance}</c> stands for the instance.
/// </summary>
internal sealed record InstanceSetting(string Name, string? Text, string? File)
{
    /// <summary>Null when neither is set.</summary>
    internal static InstanceSetting? Read(IConfiguration from, string name)
    {
        var (text, file) = (from[$"COORDINATION_{name}"], from[$"COORDINATION_{name}_FILE"]);
        return string.IsNullOrEmpty(text) && string.IsNullOrEmpty(file) ? null : new(name, text, string.IsNullOrEmpty(file) ? null : file);
    }

    /// <summary>Its text for an instance, as it stands there.</summary>
    /// <exception cref="StartFailedException">The file cannot be read.</exception>
    internal string For(ServiceInstance instance)
    {
        if (File is null) return Text!;
        var path = File.Replace("{instance}", instance.Name, StringComparison.Ordinal);
        try
        {
            return System.IO.File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartFailedException($"COORDINATION_{Name}_FILE names {path}, which cannot be read: {e.Message}", e);
        }
    }
}
