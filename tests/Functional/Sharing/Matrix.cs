namespace Coordination.Tests.Functional.Sharing;

/// <summary>
/// <c>docs/authz.csv</c>: for each operation who may call it, and what besides the role decides. Relations: <c>incident</c> its parties and who holds a power
/// there; <c>book</c> the agency in the path; <c>report</c> sender and receiver; <c>own</c> who handles it; <c>case</c> mediation's own people; <c>sight</c> what the agency may see of
/// the log; <c>area</c> who may alert it; <c>owner</c> whose data was read; <c>role</c> the role alone; <c>public</c> anybody.
/// </summary>
internal sealed record MatrixRow(string Operation, string Method, string Path, string Relation, IReadOnlyDictionary<string, bool> May);

internal static class Matrix
{
    /// <summary>Who calls without a token, and who holds a token without a role.</summary>
    internal const string Anonymous = "anonymous", NoRole = "no-role";

    internal static IReadOnlyList<MatrixRow> Rows { get; } = Read();

    internal static IReadOnlyList<string> Principals => [.. Rows[0].May.Keys];

    private static List<MatrixRow> Read()
    {
        var lines = File.ReadAllLines(SourceTree.At("docs", "authz.csv"));
        var principals = lines[0].Split(';')[4..];
        return [.. lines.Skip(1).Select(l => l.Split(';')).Select(c => new MatrixRow(c[0], c[1], c[2], c[3],
            principals.Zip(c[4..]).ToDictionary(p => p.First, p => p.Second == "yes", StringComparer.Ordinal)))];
    }
}
