using System.Xml.Linq;

namespace Coordination.Tests.ContractTests;

/// <summary>What the contracts say of themselves, from the comments at their types.</summary>
internal static class Meanings
{
    private static readonly Dictionary<string, XElement> All = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Coordination.Contracts.xml")).Descendants("member")
        .ToDictionary(m => m.Attribute("name")!.Value);

    internal static string Of(Type type) => Sentence(All.GetValueOrDefault($"T:{type.FullName}")?.Element("summary"));

    /// <summary>What the record says of a parameter of its own.</summary>
    internal static string Of(Type record, string member) =>
        Sentence(All.GetValueOrDefault($"T:{record.FullName}")?.Elements("param").FirstOrDefault(p => p.Attribute("name")?.Value == member));

    private static string Sentence(XElement? element) => element is null ? ""
        : string.Join(' ', string.Concat(element.Nodes().Select(Text)).Split((char[])['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries));

    private static string Text(XNode node) => node switch
    {
        XElement { Name.LocalName: "see" } e => e.Attribute("cref")?.Value.Split('.')[^1] ?? e.Value,
        XElement e => e.Value,
        _ => node.ToString(),
    };
}
