using Coordination.Platform;

namespace Coordination.Exchange.Webhooks;

/// <summary>The events of one incident that are due, in order. The first that is not taken ends the trip, and the rest waits behind it.</summary>
/// <param name="Subject">The incident or entity.</param>
/// <param name="Events">What is due.</param>
/// <param name="Before">How often the first of them was tried before.</param>
/// <param name="IsWhole">True when nothing more of the incident waits behind them.</param>
/// <param name="UpTo">How far the incident was looked through: there may be nothing for this subscription on the way.</param>
internal sealed record Trip(Guid Subject, IReadOnlyList<LoggedEvent> Events, int Before, bool IsWhole, long UpTo)
{
    private readonly List<Attempt> attempts = [];

    internal IReadOnlyList<Attempt> Attempts => attempts;

    internal Attempt? Failure => attempts is [.., { IsTaken: false } last] ? last : null;

    internal int Taken => attempts.Count - (Failure is null ? 0 : 1);

    /// <summary>The number of the next attempt at the event that is next.</summary>
    internal int NextNumber => (Taken == 0 ? Before : 0) + 1;

    internal void Add(Attempt attempt) => attempts.Add(attempt);

    /// <summary>Place of the event that must be taken next; null when nothing waits.</summary>
    internal long? Rest => Taken < Events.Count ? Events[Taken].Position : IsWhole ? null : UpTo + 1;
}
