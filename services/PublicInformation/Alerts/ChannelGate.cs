using Coordination.PublicInformation.Cap;

namespace Coordination.PublicInformation.Alerts;

/// <summary>
/// The one gate between alerts and whatever leaves the region: queues of channels, public pages, feeds, documents. A channel belongs to the real world or to one exercise, and carries one status:
/// Actual there, Exercise here. Test, Draft and System reach none. Whoever reads for a channel reads through it; a desk says that it is one (<see cref="AtDesk{T}"/>).
/// </summary>
internal static class ChannelGate
{
    /// <summary>The one status that a channel carries.</summary>
    internal static CapStatus Carries(Guid? channel) => channel is null ? CapStatus.Actual : CapStatus.Exercise;

    /// <param name="status">Of the alert.</param>
    /// <param name="of">The exercise of the alert, or null.</param>
    /// <param name="channel">The exercise of the channel, or null.</param>
    internal static bool Lets(CapStatus status, Guid? of, Guid? channel) => of == channel && status == Carries(channel);

    /// <summary>Issued ones.</summary>
    internal static IQueryable<Alert> Through(this IQueryable<Alert> alerts, Guid? channel) => alerts.Where(a => a.ExerciseId == channel && a.Sent != null);

    internal static IQueryable<SignedAlert> Through(this IQueryable<SignedAlert> documents, Guid? channel) => documents.Where(d => d.ExerciseId == channel);

    internal static IQueryable<AlertReceipt> Through(this IQueryable<AlertReceipt> receipts, Guid? channel) => receipts.Where(r => r.ExerciseId == channel);

    /// <summary>Those that are for all.</summary>
    internal static IQueryable<CapMessage> Through(this IQueryable<CapMessage> messages, Guid? channel)
    {
        var carried = Carries(channel);
        return messages.Where(m => m.ExerciseId == channel && m.Status == carried && m.IsShown);
    }

    /// <summary>What officers work on, whatever its state: it leads to no channel.</summary>
    internal static IQueryable<T> AtDesk<T>(this IQueryable<T> all) => all;
}
