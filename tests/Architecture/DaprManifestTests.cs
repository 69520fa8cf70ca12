using YamlDotNet.RepresentationModel;

namespace Coordination.Tests.Architecture;

/// <summary>What a sidecar would be told (<c>k8s/dapr</c>). A setting that is missing, or misspelt, is Dapr's default, and no error.</summary>
public sealed class DaprManifestTests
{
    private static readonly Dictionary<string, string> Settings = new(StringComparer.Ordinal)
    {
        ["consumerID"] = "fire", ["exchangeKind"] = "topic", ["durable"] = "true", ["deletedWhenUnused"] = "false", ["autoAck"] = "false", ["requeueInFailure"] = "false",
        ["enableDeadLetter"] = "true", ["prefetchCount"] = "20", ["concurrencyMode"] = "single", ["deliveryMode"] = "2", ["publisherConfirm"] = "true",
        ["allowedTopics"] = "events,fire-notices", ["protectedTopics"] = "events,fire-notices", ["publishingScopes"] = "fire-desk=fire-notices", ["subscriptionScopes"] = "fire-desk=events,fire-notices",
    };

    [Fact]
    public void Every_default_of_dapr_that_would_lose_something_is_set()
    {
        var settings = List(File("pubsub.yaml"), "spec", "metadata");
        Assert.Equal(Settings.OrderBy(s => s.Key, StringComparer.Ordinal), settings.Where(s => Text(s, "name") != "connectionString").ToDictionary(s => Text(s, "name"), s => Text(s, "value")).OrderBy(s => s.Key, StringComparer.Ordinal));
        // Dapr reads texts; what YAML would take for a number or a truth value arrives as another type.
        Assert.All(settings.Where(s => Text(s, "value", "") is "true" or "false" or "2" or "20"), s => Assert.Equal(YamlDotNet.Core.ScalarStyle.DoubleQuoted, ((YamlScalarNode)Node(s, "value")).Style));
    }

    [Fact]
    public void No_secret_stands_in_the_files_and_each_is_named()
    {
        var connection = List(File("pubsub.yaml"), "spec", "metadata").Single(s => Text(s, "name") == "connectionString");
        Assert.Equal(["name", "secretKeyRef"], Keys(connection));
        Assert.Equal("region-authority", Text(File("region.yaml"), "spec", "clientTLS", "rootCA", "secretKeyRef", "name"));
        Assert.False(((YamlMappingNode)Node(File("region.yaml"), "spec")).Children.ContainsKey("headers"));
        Assert.StartsWith("https://", Text(File("region.yaml"), "spec", "baseUrl"), StringComparison.Ordinal);
        foreach (var name in (string[])["pubsub.yaml", "region.yaml"]) Assert.Equal("kubernetes", Text(File(name), "auth", "secretStore"));
    }

    [Fact]
    public void Every_resource_is_for_the_one_app_and_in_the_kustomization()
    {
        var files = Directory.GetFiles(Root.At("k8s/dapr")).Select(f => Path.GetFileName(f)!).Where(f => f != "kustomization.yaml");
        Assert.Equal(files.Order(StringComparer.Ordinal), List(File("kustomization.yaml"), "resources").Select(r => r.ToString()).Order(StringComparer.Ordinal));
        var app = Text(File("desk.yaml"), "spec", "template", "metadata", "annotations", "dapr.io/app-id");
        foreach (var name in (string[])["pubsub.yaml", "notices.yaml", "region.yaml", "resiliency.yaml"]) Assert.Equal(app, Assert.Single(List(File(name), "scopes")).ToString());
    }

    /// <summary>The kinds, the members and the versions that Dapr's definitions of resources know.</summary>
    [Theory]
    [InlineData("pubsub.yaml", "Component", "v1alpha1", "metadata type version")]
    [InlineData("notices.yaml", "Subscription", "v2alpha1", "metadata pubsubname routes topic")]
    [InlineData("region.yaml", "HTTPEndpoint", "v1alpha1", "baseUrl clientTLS")]
    [InlineData("resiliency.yaml", "Resiliency", "v1alpha1", "policies targets")]
    public void Each_file_is_of_a_kind_that_dapr_knows_and_says_nothing_else(string file, string kind, string version, string members)
    {
        var root = File(file);
        Assert.Equal(($"dapr.io/{version}", kind), (Text(root, "apiVersion"), Text(root, "kind")));
        Assert.Equal(members, string.Join(' ', Keys(Node(root, "spec"))));
        Assert.All(Keys(root), k => Assert.Contains(k, (string[])["apiVersion", "kind", "metadata", "spec", "auth", "scopes"]));
    }

    [Fact]
    public void Every_policy_that_is_named_is_there_and_a_call_is_repeated_only_where_that_may_help()
    {
        var spec = Node(File("resiliency.yaml"), "spec");
        var (region, events) = (Node(spec, "targets", "apps", Text(File("region.yaml"), "metadata", "name")), Node(spec, "targets", "components", Text(File("pubsub.yaml"), "metadata", "name")));
        foreach (var target in (YamlNode[])[region, Node(events, "inbound"), Node(events, "outbound")])
            foreach (var (kind, name) in ((YamlMappingNode)target).Children) Assert.Contains(name.ToString(), Keys(Node(spec, "policies", kind.ToString() == "retry" ? "retries" : "timeouts")));
        Assert.Equal("429,502-504", Text(spec, "policies", "retries", Text(region, "retry"), "matching", "httpStatusCodes"));
        Assert.All(Keys(Node(spec, "policies", "retries")), r => Assert.InRange(int.Parse(Text(spec, "policies", "retries", r, "maxRetries"), null), 1, 20));
    }

    [Fact]
    public void The_app_is_restricted_probed_and_known_to_its_sidecar_by_a_token()
    {
        var pod = Node(File("desk.yaml"), "spec", "template");
        var container = Assert.Single(List(pod, "spec", "containers"));
        Assert.Equal(("true", "false", "RuntimeDefault"), (Text(pod, "spec", "securityContext", "runAsNonRoot"), Text(pod, "spec", "automountServiceAccountToken"), Text(pod, "spec", "securityContext", "seccompProfile", "type")));
        Assert.Equal(("false", "true"), (Text(container, "securityContext", "allowPrivilegeEscalation"), Text(container, "securityContext", "readOnlyRootFilesystem")));
        Assert.Equal("ALL", Assert.Single(List(container, "securityContext", "capabilities", "drop")).ToString());
        Assert.All(new[] { ("limits", "memory"), ("requests", "memory"), ("requests", "cpu") }, r => Text(container, "resources", r.Item1, r.Item2));
        foreach (var probe in (string[])["readinessProbe", "livenessProbe"]) Assert.Equal("/alive", Text(container, probe, "httpGet", "path"));
        foreach (var token in (string[])["dapr.io/api-token-secret", "dapr.io/app-token-secret"]) Assert.NotEmpty(Text(pod, "metadata", "annotations", token));
        Assert.Equal(Text(File("desk.yaml"), "spec", "selector", "matchLabels", "app.kubernetes.io/name"), Text(File("network.yaml"), "spec", "podSelector", "matchLabels", "app.kubernetes.io/name"));
    }

    private static YamlNode File(string name)
    {
        var stream = new YamlStream();
        using var text = System.IO.File.OpenText(Root.At($"k8s/dapr/{name}"));
        stream.Load(text);
        return Assert.Single(stream.Documents).RootNode;
    }

    private static YamlNode Node(YamlNode from, params string[] path) => path.Aggregate(from, (n, p) => ((YamlMappingNode)n).Children[p]);

    private static string Text(YamlNode from, params string[] path) =>
        path is [var name, ""] ? ((YamlMappingNode)from).Children.TryGetValue(name, out var found) ? found.ToString() : "" : Node(from, path).ToString();

    private static List<YamlNode> List(YamlNode from, params string[] path) => [.. (YamlSequenceNode)Node(from, path)];

    private static List<string> Keys(YamlNode from) => [.. ((YamlMappingNode)from).Children.Keys.Select(k => k.ToString()).Order(StringComparer.Ordinal)];
}
