namespace Coordination.PublicInformation.Cap;

/// <summary>Who may update and cancel the alerts of others, as the package names them.</summary>
internal sealed record CapSuccessors(IReadOnlyDictionary<string, List<string>> Of)
{
    internal bool MaySpeakFor(string sender, string other) => Of.TryGetValue(other, out var named) && named.Contains(sender);
}
