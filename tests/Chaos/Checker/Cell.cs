namespace Coordination.Tests.Chaos;

/// <summary>One register after one run, in Jepsen's counts. <c>Recovered</c>: done though the client was never told.</summary>
internal sealed record Cell(string Register, int Attempted, int Acknowledged, int Lost, int Duplicated, int Unexpected, int Recovered, IReadOnlyList<string> Faults)
{
    internal bool Holds => Lost + Duplicated + Unexpected == 0;

    internal const string Heading = "register                    attempted acknowledged  lost duplicated unexpected recovered";

    public override string ToString() => $"{Register,-27} {Attempted,9} {Acknowledged,12} {Lost,5} {Duplicated,10} {Unexpected,10} {Recovered,9}"
        + string.Concat(Faults.Take(10).Select(f => $"\n    {f}"));

    /// <summary>Counts by the sentences that say what is wrong: each names the thing once.</summary>
    internal static Cell Of(string register, int attempted, int acknowledged, int recovered, IReadOnlyList<string> lost, IReadOnlyList<string> duplicated, IReadOnlyList<string> unexpected) =>
        new(register, attempted, acknowledged, lost.Count, duplicated.Count, unexpected.Count, recovered,
            [.. lost.Select(l => $"lost: {l}"), .. duplicated.Select(d => $"duplicated: {d}"), .. unexpected.Select(u => $"unexpected: {u}")]);
}
