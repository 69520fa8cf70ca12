namespace Coordination.PublicInformation.Cap;

/// <summary>What was found, the gravest first, then the newest.</summary>
/// <param name="IsWhole">False where anything was left out, or not looked at.</param>
internal sealed record CapFound(IReadOnlyList<CapHit> Hits, bool IsWhole)
{
    internal const int Most = 200;
    private static readonly string[] Grades = ["Extreme", "Severe", "Moderate", "Minor"];

    internal static CapFound Of(IReadOnlyCollection<CapHit> hits, bool isAll) => new(
        [.. hits.OrderBy(h => Grade(h.Message.Infos)).ThenByDescending(h => h.Message.Sent).ThenBy(h => h.Message.Id).Take(Most)], isAll && hits.Count <= Most);

    /// <param name="kept">Documents that all may read.</param>
    internal CapFound With(IReadOnlyCollection<Guid> kept) => this with { Hits = [.. Hits.Select(h => h with { HasOriginal = h.Message.ImportId is not { } id || kept.Contains(id) })] };

    /// <summary>By the gravest of its infos: 0 is Extreme; what says none, or a word of its own, comes last.</summary>
    internal static int Grade(IReadOnlyList<CapInfo> infos) =>
        infos.Select(i => Array.IndexOf(Grades, i.Severity)).Select(g => g < 0 ? Grades.Length : g).DefaultIfEmpty(Grades.Length).Min();
}
