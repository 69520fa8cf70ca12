namespace Coordination.PublicInformation.Cap;

/// <summary>Which keys the jurisdiction package names for whom, and when one looks: a sender could give any moment as his own.</summary>
internal sealed record CapTrust(DateTimeOffset Now, IReadOnlyDictionary<string, List<string>> Keys)
{
    internal IReadOnlyList<string> Of(string sender) => Keys.TryGetValue(sender, out var keys) ? keys : [];
}
