using Coordination.Exchange.Subscriptions;

namespace Coordination.Exchange.Webhooks;

/// <summary>What a webhook is to be given now.</summary>
/// <param name="Subscription">Whose it is, and where it goes.</param>
/// <param name="Trips">Incident by incident: what waited longest first, then what is new.</param>
/// <param name="From">Where the cursor stands.</param>
/// <param name="UpTo">Where it will stand.</param>
/// <param name="IsEnd">Nothing was there beyond that which could be begun.</param>
/// <param name="NextAt">When the next lane is due.</param>
internal sealed record Load(Subscription Subscription, IReadOnlyList<Trip> Trips, long From, long UpTo, bool IsEnd, DateTimeOffset? NextAt)
{
    /// <summary>Passing over what is not wanted is written now and then only: looking at it again costs little.</summary>
    private const long WorthWriting = 1_000;

    internal bool IsEmpty => Trips.Count == 0 && UpTo - From < WorthWriting;
}
