using System.Text;
using System.Xml;

namespace Coordination.PublicInformation.Cap;

/// <summary>An element of a document that others wrote: read without a DTD and without a look outside, to a bounded size, depth and number.</summary>
internal sealed class CapMarkup(string name, string ns)
{
    internal const int MostDepth = 32, MostAttributes = 64, MostElements = 100_000, MostCharacters = 4 * 1024 * 1024;
    private List<CapMarkup>? children;
    private string own = "";
    private StringBuilder? more;

    internal string Name => name;

    internal string Namespace => ns;

    /// <summary>Its own text, without blanks around it.</summary>
    internal string Text => (more?.ToString() ?? own).Trim();

    internal IReadOnlyList<CapMarkup> Children => children ?? [];

    internal IEnumerable<CapMarkup> Each(string child) => Children.Where(c => c.Name == child);

    /// <summary>The text of the first child of the name that says anything; null where none does.</summary>
    internal string? Says(string child) => Each(child).Select(c => c.Text).FirstOrDefault(t => t.Length > 0);

    /// <exception cref="XmlException">It is no XML, or exceeds a bound.</exception>
    internal static CapMarkup Read(XmlReader reader)
    {
        var (open, count, root) = (new Stack<CapMarkup>(), 0, (CapMarkup?)null);
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace) open.Peek().Add(reader.Value);
            else if (reader.NodeType == XmlNodeType.EndElement) open.Pop();
            else if (reader.NodeType == XmlNodeType.Element)
            {
                if (open.Count == MostDepth || reader.AttributeCount > MostAttributes || ++count > MostElements) throw new XmlException("A bound is exceeded.");
                var element = new CapMarkup(reader.LocalName, reader.NamespaceURI);
                if (open.TryPeek(out var parent)) (parent.children ??= []).Add(element);
                root ??= element;
                if (!reader.IsEmptyElement) open.Push(element);
            }
        }
        return root ?? throw new XmlException("There is no root.");
    }

    private void Add(string text)
    {
        if (own.Length == 0 && more is null) own = text;
        else (more ??= new StringBuilder(own)).Append(text);
    }
}
