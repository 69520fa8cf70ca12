namespace Coordination.Command.Notices;

/// <summary>Codes of agencies in one column that both databases search: each between spaces, which no code holds.</summary>
internal static class Addressed
{
    public static string Of(IEnumerable<string> agencies) => $" {string.Join(' ', agencies)} ";

    public static string With(string audience, string agency) => $"{audience}{agency} ";

    public static string[] All(string audience) => audience.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static bool Has(string audience, string agency) => audience.Contains($" {agency} ", StringComparison.Ordinal);
}
