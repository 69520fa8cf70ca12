using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Orders;

/// <summary>What an order asks, and of whom.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Instruction">In words; stays in this service.</param>
/// <param name="ToAgency">Agency that answers for it.</param>
/// <param name="AddresseeKind">What it is addressed to: an agency, team, venue or place, never a person.</param>
/// <param name="Addressee">Code of it.</param>
/// <param name="AlternateAgency">Who is asked when there is no answer.</param>
/// <param name="SuperiorAgency">Who is asked after that.</param>
/// <param name="CopyTo">Agencies that get a parallel copy.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="ProgressEveryMinutes">How often progress is reported.</param>
/// <param name="ExpiresAt">When a cordon or evacuation ends by itself; required for these, refused for all others.</param>
public sealed record OrderTask(
    OrderKind Kind, [property: Text(500)] string Instruction, [property: Text(40)] string ToAgency, AddresseeKind AddresseeKind,
    [property: Text(64)] string Addressee, [property: Text(40)] string? AlternateAgency = null, [property: Text(40)] string? SuperiorAgency = null,
    [property: Items(0, 20)] IReadOnlyList<string>? CopyTo = null, DateTimeOffset? DueAt = null,
    [property: Range(1, 1440)] int? ProgressEveryMinutes = null, DateTimeOffset? ExpiresAt = null)
{
    private static readonly TimeSpan LongestMeasure = TimeSpan.FromDays(7);

    /// <summary>Null when it can be ordered; otherwise the member that is wrong.</summary>
    internal Refusal? Fault(DateTimeOffset now, string at = "/task")
    {
        if (!Code.Is(ToAgency)) return Code.Refuse($"{at}/toAgency");
        if (!Code.Is(Addressee)) return Code.Refuse($"{at}/addressee");
        if (AlternateAgency is not null && !Code.Is(AlternateAgency)) return Code.Refuse($"{at}/alternateAgency");
        if (SuperiorAgency is not null && !Code.Is(SuperiorAgency)) return Code.Refuse($"{at}/superiorAgency");
        if (CopyTo?.Any(c => !Code.Is(c)) == true) return Code.Refuse($"{at}/copyTo");
        if (DueAt <= now) return Refusal.Invalid($"{at}/dueAt", "due-in-past", "A task is due after it was ordered.");
        if (!Order.IsMeasure(Kind))
            return ExpiresAt is null ? null : Refusal.Invalid($"{at}/expiresAt", "expiry-not-for-this-kind", "Only a cordon or an evacuation expires.");
        if (ExpiresAt is not { } end) return Refusal.Invalid($"{at}/expiresAt", "expiry-required", "A cordon or an evacuation carries an expiry.");
        return end > now && end <= now + LongestMeasure
            ? null
            : Refusal.Invalid($"{at}/expiresAt", "expiry-range", "A cordon or an evacuation ends within seven days; order it anew if it must last.");
    }
}
