namespace Coordination.PublicInformation.Cap;

/// <summary>Where a document differs from the standard and is read all the same.</summary>
/// <param name="Rule">What it breaks, as <c>docs/alerts-in.md</c> lists it.</param>
/// <param name="At">Where: the elements from the alert, counted from 1 where there are several.</param>
public sealed record CapFinding(string Rule, string At);

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
