using System.Diagnostics;
using YamlDotNet.RepresentationModel;

namespace Coordination.Tests.Architecture;

/// <summary>What Kubernetes would be told, as kustomize renders it.</summary>
public sealed class ManifestTests
{
    private static readonly string[] Services = ["intake", "command", "resources", "publicinformation", "mediation", "oversight", "exchange"];

    [Fact]
    public void A_region_is_seven_services_and_the_gateway() => Assert.Equal(
        Services.Append("gateway").Select(s => $"{s}-service").Order(), Of("Deployment", Render("region")).Select(d => Text(d, "metadata", "name")).Order());

    [Fact]
    public void An_agency_runs_its_own_part_and_no_other()
    {
        var deployment = Assert.Single(Of("Deployment", Render("agency-resources")));
        var container = Container(deployment);
        Assert.Equal("coordination/resources", Text(container, "image"));
        Assert.Equal(["--modules", "resources@fire"], List(container, "args").Select(a => a.ToString()));
    }

    [Theory, InlineData("region"), InlineData("agency-resources")]
    public void Every_deployment_is_probed_limited_restricted_and_survives_a_drain(string overlay)
    {
        var all = Render(overlay);
        Assert.All(Of("Deployment", all), deployment =>
        {
            var (pod, container) = (Node(deployment, "spec", "template", "spec"), Container(deployment));
            Assert.Equal(("/ready", "/ready", "/alive"), (Probe("startupProbe"), Probe("readinessProbe"), Probe("livenessProbe")));
            Assert.All(new[] { ("limits", "memory"), ("requests", "memory"), ("requests", "cpu") }, r => Text(container, "resources", r.Item1, r.Item2));
            Assert.Equal("true", Text(pod, "securityContext", "runAsNonRoot"));
            Assert.Equal("RuntimeDefault", Text(pod, "securityContext", "seccompProfile", "type"));
            Assert.Equal("false", Text(pod, "automountServiceAccountToken"));
            Assert.Equal(("false", "true"), (Text(container, "securityContext", "allowPrivilegeEscalation"), Text(container, "securityContext", "readOnlyRootFilesystem")));
            Assert.Equal("ALL", Assert.Single(List(container, "securityContext", "capabilities", "drop")).ToString());
            Assert.Contains(Of("PodDisruptionBudget", all), b => Selects(Node(b, "spec", "selector"), deployment));
            Assert.Contains(Of("NetworkPolicy", all), n => Text(n, "metadata", "name").EndsWith("closed", StringComparison.Ordinal));
            Assert.Contains(Of("NetworkPolicy", all), n => ((YamlMappingNode)Node(n, "spec", "podSelector")).Children.Count > 0 && Selects(Node(n, "spec", "podSelector"), deployment));
            Assert.Contains(Of("Service", all), s => Same((YamlMappingNode)Node(s, "spec", "selector"), deployment));

            string Probe(string name) => Text(container, name, "httpGet", "path");
        });
    }

    /// <summary>It compares its books with the region's and is called through the region's gateway, from one namespace to the other.</summary>
    [Fact]
    public void An_agency_s_part_and_the_region_reach_each_other()
    {
        var (region, agency) = (Render("region"), Render("agency-resources"));
        foreach (var all in new[] { region, agency })
        {
            var policy = Of("NetworkPolicy", all).Single(n => Text(n, "metadata", "name").EndsWith("services", StringComparison.Ordinal));
            var peers = List(policy, "spec", "ingress").SelectMany(i => List(i, "from")).Concat(List(policy, "spec", "egress").Where(e => Has(e, "to")).SelectMany(e => List(e, "to"))).ToList();
            foreach (var other in new[] { region, agency }.Select(o => (YamlMappingNode)Node(Assert.Single(Of("Namespace", o)), "metadata", "labels")))
                Assert.Equal(2, peers.Count(p => Has(p, "podSelector") && Carries(other, Node(p, "namespaceSelector", "matchLabels"))));
        }
        var asked = Text(Node(Assert.Single(Of("ConfigMap", agency)), "data"), "COORDINATION_GRPC_ROUTES").Split(';').Select(r => r.Split("=http://")).Single(r => r[0] == "resources")[1];
        Assert.Contains(Of("Service", region), s => $"{Text(s, "metadata", "name")}.{Text(s, "metadata", "namespace")}:8081" == asked);
    }

    [Fact]
    public void No_two_services_share_a_secret_and_none_stands_in_the_manifests()
    {
        var all = Render("region");
        Assert.Empty(Of("Secret", all));
        var secrets = Of("Deployment", all).Select(d => Text(List(d, "spec", "template", "spec", "volumes")[0], "secret", "secretName")).ToList();
        Assert.Equal(Services.Append("gateway-tls").Order(), secrets.Order());
    }

    /// <summary>Every route of the gateway leads to a service that is there, on a port that it has.</summary>
    [Fact]
    public void The_gateway_knows_every_service_by_its_name_in_the_cluster()
    {
        var all = Render("region");
        var settings = Node(Assert.Single(Of("ConfigMap", all)), "data");
        var known = Text(settings, "COORDINATION_ROUTES").Split(';').Select(r => r.Split("=http://")).ToDictionary(r => r[0], r => r[1]);
        Assert.Equal(Coordination.Host.RegionModules.All.Select(m => m.Name).Order(), known.Keys.Order());
        Assert.All(known, r => Assert.Contains(Of("Service", all), s => $"{Text(s, "metadata", "name")}:8080" == r.Value));
    }

    private static List<YamlNode> Render(string overlay)
    {
        if (Environment.GetEnvironmentVariable("PATH")!.Split(':').All(p => !File.Exists(Path.Combine(p, "kubectl"))))
            Assert.Skip("kubectl is not on this machine; with it (1.21 or newer), the manifests are rendered and checked.");
        using var kubectl = Process.Start(new ProcessStartInfo("kubectl", ["kustomize", Root.At($"k8s/overlays/{overlay}")]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (text, fault) = (kubectl.StandardOutput.ReadToEndAsync(), kubectl.StandardError.ReadToEndAsync());
        kubectl.WaitForExit();
        Assert.True(kubectl.ExitCode == 0, fault.Result);
        var stream = new YamlStream();
        stream.Load(new StringReader(text.Result));
        return [.. stream.Documents.Select(d => d.RootNode)];
    }

    private static IEnumerable<YamlNode> Of(string kind, List<YamlNode> all) => all.Where(n => Text(n, "kind") == kind);

    private static YamlNode Container(YamlNode deployment) => Assert.Single(List(deployment, "spec", "template", "spec", "containers"));

    /// <summary>A selector without labels selects every pod; its expressions are checked too.</summary>
    private static bool Selects(YamlNode selector, YamlNode deployment) =>
        selector is YamlMappingNode map && (!map.Children.TryGetValue("matchLabels", out var labels) || Same((YamlMappingNode)labels, deployment))
        && (!map.Children.TryGetValue("matchExpressions", out var rules) || ((YamlSequenceNode)rules).All(r => Holds(r, deployment)));

    private static bool Holds(YamlNode rule, YamlNode deployment)
    {
        Assert.Equal("NotIn", Text(rule, "operator"));
        return List(rule, "values").All(v => v.ToString() != Text(deployment, "spec", "template", "metadata", "labels", Text(rule, "key")));
    }

    private static bool Same(YamlMappingNode labels, YamlNode deployment) =>
        labels.Children.All(l => ((YamlMappingNode)Node(deployment, "spec", "template", "metadata", "labels")).Children.TryGetValue(l.Key, out var value) && value.Equals(l.Value));

    private static bool Has(YamlNode node, string key) => ((YamlMappingNode)node).Children.ContainsKey(key);

    private static bool Carries(YamlMappingNode labels, YamlNode wanted) =>
        ((YamlMappingNode)wanted).Children.All(l => labels.Children.TryGetValue(l.Key, out var value) && value.Equals(l.Value));

    private static YamlNode Node(YamlNode from, params string[] path) => path.Aggregate(from, (n, p) => ((YamlMappingNode)n).Children[p]);

    private static string Text(YamlNode from, params string[] path) => Node(from, path).ToString();

    private static List<YamlNode> List(YamlNode from, params string[] path) => [.. (YamlSequenceNode)Node(from, path)];
}
