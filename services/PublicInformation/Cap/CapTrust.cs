namespace Coordination.PublicInformation.Cap;

/// <summary>Which keys the jurisdiction package names for whom, and when one looks: a sender could give any moment as his own.</summary>
internal sealed record CapTrust(DateTimeOffset Now, IReadOnlyDictionary<string, List<string>> Keys)
{
    /// <summary>What two persons of this region decided on is read whole, whatever word stands in it.</summary>
    public bool IsOwn { get; init; }

    internal IReadOnlyList<string> Of(string sender) => Keys.TryGetValue(sender, out var keys) ? keys : [];
}
