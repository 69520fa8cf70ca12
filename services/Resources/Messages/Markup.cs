using System.Text;
using System.Xml;

namespace Coordination.Resources.Messages;

/// <summary>An element of another system's message: read without a DTD and without a look outside, to a bounded size, depth and number.</summary>
internal sealed class Markup(string name, string ns)
{
    internal const int MostDepth = 32, MostAttributes = 64, MostElements = 10_000, MostCharacters = 1024 * 1024;
    private readonly List<Markup> children = [];
    private readonly StringBuilder text = new();

    internal string Name => name;

    internal string Namespace => ns;

    /// <summary>Its own text, without blanks around it.</summary>
    internal string Text => text.ToString().Trim();

    internal IReadOnlyList<Markup> Children => children;

    internal IEnumerable<Markup> Each(string child) => children.Where(c => c.Name == child && RmNames.AreOurs(c.Namespace));

    internal Markup? First(string child) => Each(child).FirstOrDefault();

    /// <summary>The text of the first child of the name; null where there is none, or it says nothing.</summary>
    internal string? Says(string child) => First(child)?.Text is { Length: > 0 } said ? said : null;

    /// <exception cref="XmlException">It is no XML, or exceeds a bound.</exception>
    internal static Markup Read(Stream from)
    {
        using var reader = XmlReader.Create(from, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters, IgnoreComments = true, IgnoreProcessingInstructions = true,
        });
        var (open, count, root) = (new Stack<Markup>(), 0, (Markup?)null);
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace) open.Peek().text.Append(reader.Value);
            else if (reader.NodeType == XmlNodeType.EndElement) open.Pop();
            else if (reader.NodeType == XmlNodeType.Element)
            {
                if (open.Count == MostDepth || reader.AttributeCount > MostAttributes || ++count > MostElements) throw new XmlException("A bound is exceeded.");
                var element = new Markup(reader.LocalName, reader.NamespaceURI);
                if (open.TryPeek(out var parent)) parent.children.Add(element);
                root ??= element;
                if (!reader.IsEmptyElement) open.Push(element);
            }
        }
        return root ?? throw new XmlException("There is no root.");
    }
}
