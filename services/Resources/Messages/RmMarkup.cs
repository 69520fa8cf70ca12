using System.Xml;
using Coordination.Platform;

namespace Coordination.Resources.Messages;

/// <summary>Messages of others as they are looked at here: by the names of elements in the namespaces of the standard.</summary>
internal static class RmMarkup
{
    internal const int MostElements = 10_000, MostCharacters = 1024 * 1024;

    /// <exception cref="XmlException">It is no XML, or exceeds a bound.</exception>
    internal static Markup Read(Stream from)
    {
        using var reader = XmlReader.Create(from, Markup.Settings(MostCharacters));
        return Markup.Read(reader, MostElements);
    }

    internal static IEnumerable<Markup> Each(this Markup of, string child) => of.Children.Where(c => c.Name == child && RmNames.AreOurs(c.Namespace));

    internal static Markup? First(this Markup of, string child) => of.Each(child).FirstOrDefault();

    /// <summary>The text of the first child of the name; null where there is none, or it says nothing.</summary>
    internal static string? Says(this Markup of, string child) => of.First(child)?.Text is { Length: > 0 } said ? said : null;
}
