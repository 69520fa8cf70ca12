using Coordination.Platform;

namespace Coordination.PublicInformation.Cap;

/// <summary>Documents of others as they are looked at here: by the names of elements, whatever their namespaces.</summary>
internal static class CapMarkup
{
    internal const int MostElements = 100_000, MostCharacters = 4 * 1024 * 1024;

    internal static IEnumerable<Markup> Each(this Markup of, string child) => of.Children.Where(c => c.Name == child);

    /// <summary>The text of the first child of the name that says anything; null where none does.</summary>
    internal static string? Says(this Markup of, string child) => of.Each(child).Select(c => c.Text).FirstOrDefault(t => t.Length > 0);
}
