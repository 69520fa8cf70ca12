namespace Coordination.Gateway;

/// <summary>An instance of a service and where its replicas listen.</summary>
/// <param name="Instance"><c>intake</c>, or <c>resources@fire</c> for an agency's own.</param>
/// <param name="Replicas">At least one address.</param>
internal sealed record ServiceAddresses(string Instance, IReadOnlyList<Uri> Replicas)
{
    internal string Service => Instance.Split('@')[0];

    internal string? Agency => Instance.Split('@') is [_, var agency] ? agency : null;

    /// <exception cref="InvalidDataException">Says what is wrong in the setting.</exception>
    internal static IReadOnlyList<ServiceAddresses> Read(string name, string? text)
    {
        var all = Split(text, ';').Select(entry => entry.Split('=', 2) is [var instance, var urls] && Split(urls, ',').Length > 0
            ? new ServiceAddresses(instance, [.. Split(urls, ',').Select(u => Address(name, u))])
            : throw new InvalidDataException($"{name} is a list of instance=url[,url…] separated by ';', and '{entry}' is none.")).ToList();
        return all.DistinctBy(s => s.Instance).Count() == all.Count ? all : throw new InvalidDataException($"{name} names an instance twice.");
    }

    internal static string[] Split(string? text, char separator) => (text ?? "").Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    internal static Uri Address(string name, string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        ? uri : throw new InvalidDataException($"{name}: '{text}' is no http address.");
}
