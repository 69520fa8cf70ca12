using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Coordination.CommandLine.Yaml;

/// <summary>A text that is to hold one YAML document.</summary>
internal static class YamlText
{
    /// <returns>The document, or null when there is a fault.</returns>
    internal static YamlNode? Load(string yaml, Faults faults)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException e)
        {
            faults.Add((int)e.Start.Line, Language.Say($"Not YAML: {e.InnerException?.Message ?? e.Message}"));
            return null;
        }
        catch (InvalidOperationException)
        {
            // The scanner loses its way in some open brackets and cannot say where.
            faults.Add(1, Language.Say($"Not YAML: {Language.Say($"a bracket or quote is never closed")}"));
            return null;
        }
        if (stream.Documents.Count == 1) return stream.Documents[0].RootNode;
        faults.Add(1, Language.Say($"A file holds one document."));
        return null;
    }
}
