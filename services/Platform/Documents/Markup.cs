using System.Text;
using System.Xml;

namespace Coordination.Platform;

/// <summary>An element of a document that another system wrote: read without a DTD and without a look outside, to a bounded size, depth and number.</summary>
public sealed class Markup
{
    /// <summary>Most levels of a document, and most attributes of an element.</summary>
    public const int MostDepth = 32, MostAttributes = 64;

    private List<Markup>? children;
    private string own = "";
    private StringBuilder? more;

    private Markup(string name, string ns) => (Name, Namespace) = (name, ns);

    /// <summary>Without its prefix.</summary>
    public string Name { get; }

    /// <summary>Empty where it is in none.</summary>
    public string Namespace { get; }

    /// <summary>Its own text, without blanks around it.</summary>
    public string Text => (more?.ToString() ?? own).Trim();

    /// <summary>The elements in it, in their order.</summary>
    public IReadOnlyList<Markup> Children => children ?? [];

    /// <summary>How a reader must be set that is given to <see cref="Read"/>.</summary>
    /// <param name="mostCharacters">Most characters of the document.</param>
    /// <param name="keepsAll">With comments and instructions, which a signature may be over.</param>
    public static XmlReaderSettings Settings(int mostCharacters, bool keepsAll = false) => new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = mostCharacters, IgnoreComments = !keepsAll, IgnoreProcessingInstructions = !keepsAll,
    };

    /// <summary>The root of the document.</summary>
    /// <param name="reader">At its beginning.</param>
    /// <param name="mostElements">Most elements of the document.</param>
    /// <exception cref="XmlException">It is no XML, or exceeds a bound.</exception>
    public static Markup Read(XmlReader reader, int mostElements)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (open, count, root) = (new Stack<Markup>(), 0, (Markup?)null);
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace) open.Peek().Add(reader.Value);
            else if (reader.NodeType == XmlNodeType.EndElement) open.Pop();
            else if (reader.NodeType == XmlNodeType.Element)
            {
                if (open.Count == MostDepth || reader.AttributeCount > MostAttributes || ++count > mostElements) throw new XmlException("A bound is exceeded.");
                var element = new Markup(reader.LocalName, reader.NamespaceURI);
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
