using System.Text;
using System.Xml;

namespace Coordination.Intake.Documents;

/// <summary>An element of another system's document: read without a DTD and without a look outside, to a bounded size and depth.</summary>
internal sealed class MarkedUp(string name)
{
    internal const int MostDepth = 32, MostAttributes = 64, MostElements = 10_000;
    private readonly List<MarkedUp> children = [];
    private readonly StringBuilder text = new();

    internal string Name => name;

    /// <summary>Its own text, without blanks around it.</summary>
    internal string Text => text.ToString().Trim();

    internal IEnumerable<MarkedUp> Each(string child) => children.Where(c => c.Name == child);

    /// <summary>The text of the first child of the name that says anything; null where none does.</summary>
    internal string? First(string child) => Each(child).Select(c => c.Text).FirstOrDefault(t => t.Length > 0);

    /// <summary>Itself and all elements in it that have the name, wherever they stand.</summary>
    internal IEnumerable<MarkedUp> All(string wanted) => (Name == wanted ? [this] : Array.Empty<MarkedUp>()).Concat(children.SelectMany(c => c.All(wanted)));

    /// <exception cref="XmlException">It is no XML, or exceeds a bound.</exception>
    internal static MarkedUp Read(Stream from)
    {
        // GB 2312 and GBK are read too; registering again changes nothing.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = XmlReader.Create(from, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 4 * 1024 * 1024, IgnoreComments = true, IgnoreProcessingInstructions = true,
        });
        var (open, count, root) = (new Stack<MarkedUp>(), 0, (MarkedUp?)null);
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace) open.Peek().text.Append(reader.Value);
            else if (reader.NodeType == XmlNodeType.EndElement) open.Pop();
            else if (reader.NodeType == XmlNodeType.Element)
            {
                if (open.Count == MostDepth || reader.AttributeCount > MostAttributes || ++count > MostElements) throw new XmlException("A bound is exceeded.");
                var element = new MarkedUp(reader.LocalName);
                if (open.TryPeek(out var parent)) parent.children.Add(element);
                root ??= element;
                if (!reader.IsEmptyElement) open.Push(element);
            }
        }
        return root ?? throw new XmlException("There is no root.");
    }
}
