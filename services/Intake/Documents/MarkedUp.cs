using System.Text;
using System.Xml;
using Coordination.Platform;

namespace Coordination.Intake.Documents;

/// <summary>Documents of others as they are looked at here: by the names of elements, whatever their namespaces.</summary>
internal static class MarkedUp
{
    internal const int MostElements = 10_000;

    /// <exception cref="XmlException">It is no XML, or exceeds a bound.</exception>
    internal static Markup Read(Stream from)
    {
        // GB 2312 and GBK are read too; registering again changes nothing.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = XmlReader.Create(from, Markup.Settings(4 * 1024 * 1024));
        return Markup.Read(reader, MostElements);
    }

    internal static IEnumerable<Markup> Each(this Markup of, string child) => of.Children.Where(c => c.Name == child);

    /// <summary>The text of the first child of the name that says anything; null where none does.</summary>
    internal static string? First(this Markup of, string child) => of.Each(child).Select(c => c.Text).FirstOrDefault(t => t.Length > 0);

    /// <summary>Itself and all elements in it that have the name, wherever they stand.</summary>
    internal static IEnumerable<Markup> All(this Markup of, string wanted) => (of.Name == wanted ? [of] : Array.Empty<Markup>()).Concat(of.Children.SelectMany(c => c.All(wanted)));
}
