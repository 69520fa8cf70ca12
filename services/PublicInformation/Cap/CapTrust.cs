using Coordination.Platform;

namespace Coordination.PublicInformation.Cap;

/// <summary>What the jurisdiction package says of others' alerts, such as which keys are whose; and when one looks: a sender could give any moment as his own.</summary>
internal sealed record CapTrust(DateTimeOffset Now, IReadOnlyDictionary<string, List<string>> Keys)
{
    /// <summary>What two persons of this region decided on is read whole, whatever word stands in it.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whose clocks are meant where a moment names no offset.</summary>
    public WorkingCalendar Calendar { get; init; } = new(TimeZoneInfo.Utc, [], [], []);

    internal IReadOnlyList<string> Of(string sender) => Keys.TryGetValue(sender, out var keys) ? keys : [];
}
