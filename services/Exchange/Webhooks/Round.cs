using Coordination.Exchange.Events;
using Coordination.Exchange.Subscriptions;
using Coordination.Platform;

namespace Coordination.Exchange.Webhooks;

/// <summary>Sends a load: incidents side by side, the events of one in order. What is sent is in the access log before. It ends well within the lease of who sends.</summary>
internal sealed class Round(OutboundPost post, ISecretBox box, OwnWork work, AccessLog accesses, TimeProvider time)
{
    private const int AtOnce = 4;

    /// <summary>After this nothing more is begun.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    internal async Task SendAsync(Load load, CancellationToken ct)
    {
        await Given.By(accesses, load.Subscription, "webhook").NoteAsync(work, load.Trips.SelectMany(t => t.Events), ct);
        var (begun, target, secrets, isSilent) = (time.GetTimestamp(), new Uri(load.Subscription.Url!), SecretsOf(load.Subscription), false);
        await Parallel.ForEachAsync(load.Trips, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (trip, stop) =>
        {
            foreach (var e in trip.Events)
            {
                if (Volatile.Read(ref isSilent) || time.GetElapsedTime(begun) > Longest) return;
                var attempt = await SendAsync(e, trip.NextNumber, load.Subscription.Id, target, secrets, stop);
                trip.Add(attempt);
                if (attempt.IsSilence || attempt.IsGone) Volatile.Write(ref isSilent, true);
                if (!attempt.IsTaken) return;
            }
        });
    }

    private async Task<Attempt> SendAsync(LoggedEvent e, int number, Guid subscription, Uri target, IReadOnlyList<string> secrets, CancellationToken ct)
    {
        var (at, begun, id) = (time.GetUtcNow(), time.GetTimestamp(), e.Id.ToString());
        var answer = await post.SendAsync(target, "application/cloudevents+json", new Dictionary<string, string>
        {
            ["webhook-id"] = id,
            ["webhook-timestamp"] = $"{at.ToUnixTimeSeconds()}",
            ["webhook-signature"] = WebhookSecret.Sign(secrets, id, at.ToUnixTimeSeconds(), e.CloudEvent.Span),
            ["coordination-position"] = $"{e.Position}",
            ["coordination-subscription"] = $"{subscription}",
        }, e.CloudEvent, ct);
        return new(e, number, answer, at, time.GetElapsedTime(begun));
    }

    private List<string> SecretsOf(Subscription s) => s.OldSecret is { } old && s.OldSecretUntil > time.GetUtcNow() ? [box.Open(s.Secret!), box.Open(old)] : [box.Open(s.Secret!)];
}
