namespace Coordination.PublicInformation.Cap;

/// <summary>Findings of one alert: each once, and no more than anyone reads.</summary>
internal sealed class CapFindings
{
    internal const int Most = 100;
    private readonly List<CapFinding> found = [];

    internal IReadOnlyList<CapFinding> Found => found;

    internal void Add(string rule, string at)
    {
        if (found.Count < Most && !found.Exists(f => f.Rule == rule && f.At == at)) found.Add(new(rule, at));
    }

    internal void AddIf(bool isSo, string rule, string at)
    {
        if (isSo) Add(rule, at);
    }
}
