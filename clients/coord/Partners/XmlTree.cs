using System.Xml;

namespace Coordination.CommandLine.Partners;

/// <summary>An element of somebody else's document: read without a DTD, to a bounded size and depth.</summary>
internal sealed class XmlTree(string name, string ns, IReadOnlyDictionary<string, string> attributes)
{
    private const int MaxDepth = 64;
    private const int MaxAttributes = 64;
    private readonly List<XmlTree> children = [];
    private readonly System.Text.StringBuilder text = new();

    internal string Name => name;

    internal string Namespace => ns;

    /// <summary>Its own text, trimmed.</summary>
    internal string Value => text.ToString().Trim();

    internal string? Attribute(string attribute) => attributes.GetValueOrDefault(attribute);

    internal IEnumerable<XmlTree> Children(string child) => children.Where(c => c.Name == child);

    /// <summary>The text of the first child of the name; null where there is none.</summary>
    internal string? Text(string child) => Children(child).FirstOrDefault()?.Value;

    /// <summary>All elements of the name, at any depth.</summary>
    internal IEnumerable<XmlTree> All(string descendant) => children.SelectMany(c => c.All(descendant).Prepend(c)).Where(c => c.Name == descendant);

    /// <summary>All elements below it.</summary>
    internal IEnumerable<XmlTree> Everything => children.SelectMany(c => c.Everything.Prepend(c));

    /// <exception cref="XmlException">It is no XML, or no harmless one.</exception>
    internal static XmlTree Read(Stream from)
    {
        using var reader = XmlReader.Create(from, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 8 * 1024 * 1024, IgnoreComments = true, IgnoreProcessingInstructions = true,
        });
        var open = new Stack<XmlTree>();
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) open.Peek().text.Append(reader.Value);
            else if (reader.NodeType == XmlNodeType.EndElement && Close(open) is { } ended) return ended;
            else if (reader.NodeType == XmlNodeType.Element)
            {
                if (open.Count == MaxDepth) throw new XmlException($"It is deeper than {MaxDepth} elements.");
                var element = new XmlTree(reader.LocalName, reader.NamespaceURI, AttributesOf(reader));
                if (open.TryPeek(out var parent)) parent.children.Add(element);
                open.Push(element);
                if (reader.IsEmptyElement && Close(open) is { } whole) return whole;
            }
        }
        throw new XmlException("It has no root.");
    }

    /// <summary>The root, when it was the last.</summary>
    private static XmlTree? Close(Stack<XmlTree> open) => open.Pop() is var closed && open.Count == 0 ? closed : null;

    private static Dictionary<string, string> AttributesOf(XmlReader reader)
    {
        if (reader.AttributeCount > MaxAttributes) throw new XmlException($"It has more than {MaxAttributes} attributes at one element.");
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.MoveToNextAttribute()) attributes[reader.LocalName] = reader.Value;
        reader.MoveToElement();
        return attributes;
    }
}
