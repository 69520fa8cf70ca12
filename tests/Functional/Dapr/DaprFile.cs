using YamlDotNet.RepresentationModel;

namespace Coordination.Tests.Functional.Dapr;

/// <summary>A file of <c>k8s/dapr</c>, as a sidecar reads it.</summary>
internal sealed class DaprFile
{
    private readonly YamlNode root;

    private DaprFile(YamlNode root) => this.root = root;

    internal static DaprFile Read(string name)
    {
        var stream = new YamlStream();
        using var text = File.OpenText(SourceTree.At("k8s", "dapr", name));
        stream.Load(text);
        return new(Assert.Single(stream.Documents).RootNode);
    }

    internal string Text(params string[] path) => path.Aggregate(root, (n, p) => ((YamlMappingNode)n).Children[p]).ToString();

    /// <summary>A mapping of names to plain values.</summary>
    internal IReadOnlyDictionary<string, string> Map(params string[] path) =>
        ((YamlMappingNode)path.Aggregate(root, (n, p) => ((YamlMappingNode)n).Children[p])).Children.ToDictionary(c => c.Key.ToString(), c => c.Value.ToString());

    /// <summary>A component's settings; those that come from a secret are left out.</summary>
    internal IReadOnlyDictionary<string, string> Settings() => ((YamlSequenceNode)((YamlMappingNode)((YamlMappingNode)root).Children["spec"]).Children["metadata"])
        .Cast<YamlMappingNode>().Where(s => s.Children.ContainsKey("value")).ToDictionary(s => s.Children["name"].ToString(), s => s.Children["value"].ToString());
}
