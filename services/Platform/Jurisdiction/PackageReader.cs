using System.Reflection;
using Coordination.Contracts;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Coordination.Platform;

/// <summary>Reads a package: a shipped one by its name, or a folder of YAML files.</summary>
public static class PackageReader
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance).WithEnumNamingConvention(HyphenatedNamingConvention.Instance)
        .WithDuplicateKeyChecking().Build();

    /// <summary>Reads a package and checks every clock in it.</summary>
    /// <param name="nameOrFolder"><c>cn-default</c>, <c>nims</c>, or a folder that holds <c>package.yaml</c>.</param>
    /// <exception cref="InvalidDataException">Says which file and what is wrong.</exception>
    public static JurisdictionPackage Read(string nameOrFolder)
    {
        var files = Directory.Exists(nameOrFolder) ? FromFolder(nameOrFolder) : FromShipped(nameOrFolder);
        if (!files.TryGetValue("package", out var main))
            throw new InvalidDataException($"Jurisdiction package '{nameOrFolder}' has no package.yaml. Shipped packages: {string.Join(", ", Shipped)}.");
        var head = Parse<PackageFile>("package.yaml", main);
        var clocks = new List<ClockDefinition>();
        var sections = new Dictionary<string, (string File, string Yaml)>(StringComparer.Ordinal);
        foreach (var (file, text) in files.Where(f => f.Key != "package"))
            foreach (var (name, body) in Sections(file, text))
            {
                if (name == "clocks") clocks.AddRange(Parse<List<ClockDefinition>>($"{file}.yaml, section clocks", body));
                else if (!sections.TryAdd(name, (file, body))) throw new InvalidDataException($"Section '{name}' stands in {sections[name].File}.yaml and in {file}.yaml");
            }
        if (clocks.Select(c => c.Fault()).FirstOrDefault(f => f is not null) is { } fault) throw new InvalidDataException($"Package '{nameOrFolder}': {fault}");
        return new(head.Id, head.Version, head.ToCalendar(), clocks, (name, type) => sections.TryGetValue(name, out var s) ? ParseAs($"{s.File}.yaml, section {name}", s.Yaml, type) : null);
    }

    /// <summary>Names of the shipped packages.</summary>
    public static IEnumerable<string> Shipped => Resources().Select(r => r.Split('/')[1]).Distinct();

    private static IEnumerable<string> Resources() => Contracts.GetManifestResourceNames().Where(n => n.StartsWith("jurisdictions/", StringComparison.Ordinal));

    private static Assembly Contracts => typeof(IEvent).Assembly;

    private static Dictionary<string, string> FromShipped(string name) => Resources().Where(r => r.StartsWith($"jurisdictions/{name}/", StringComparison.Ordinal))
        .ToDictionary(r => Path.GetFileNameWithoutExtension(r), r =>
        {
            using var reader = new StreamReader(Contracts.GetManifestResourceStream(r)!);
            return reader.ReadToEnd();
        });

    private static Dictionary<string, string> FromFolder(string folder) => Directory.GetFiles(folder, "*.yaml")
        .ToDictionary(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText);

    private static IEnumerable<(string Name, string Yaml)> Sections(string file, string text) =>
        Parse<Dictionary<string, object>>($"{file}.yaml", text).Select(s => (s.Key, new SerializerBuilder().Build().Serialize(s.Value)));

    private static T Parse<T>(string place, string text) => (T)ParseAs(place, text, typeof(T));

    private static object ParseAs(string place, string text, Type type)
    {
        try
        {
            return Yaml.Deserialize(text, type) ?? throw new InvalidDataException($"{place} is empty");
        }
        catch (YamlException e)
        {
            throw new InvalidDataException($"{place}, line {e.Start.Line}: {e.InnerException?.Message ?? e.Message}", e);
        }
    }
}
