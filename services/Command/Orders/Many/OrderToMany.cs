using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Orders.Many;

/// <summary>What is asked of many at once.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Instruction">In words; stays in this service.</param>
/// <param name="To">Whom it is asked of.</param>
/// <param name="CopyTo">Agencies that get a parallel copy.</param>
/// <param name="DueAt">When it is due.</param>
/// <param name="ProgressEveryMinutes">How often progress is reported.</param>
/// <param name="ExpiresAt">When a cordon or evacuation ends by itself; required for these, refused for all others.</param>
public sealed record OrderToMany(
    OrderKind Kind, [property: Text(500)] string Instruction, [property: Items(1, 100)] IReadOnlyList<OrderRecipient> To,
    [property: Items(0, 20)] IReadOnlyList<string>? CopyTo = null, DateTimeOffset? DueAt = null, [property: Range(1, 1440)] int? ProgressEveryMinutes = null,
    DateTimeOffset? ExpiresAt = null)
{
    internal IEnumerable<OrderTask> Tasks() => To.Select(to => new OrderTask(
        Kind, Instruction, to.ToAgency, to.AddresseeKind, to.Addressee, to.AlternateAgency, to.SuperiorAgency, CopyTo, DueAt, ProgressEveryMinutes, ExpiresAt));
}

/// <summary>One of those who are asked.</summary>
/// <param name="ToAgency">Agency that answers for it.</param>
/// <param name="AddresseeKind">What it is addressed to: an agency, team, venue or place, never a person.</param>
/// <param name="Addressee">Code of it.</param>
/// <param name="AlternateAgency">Who is asked when there is no answer.</param>
/// <param name="SuperiorAgency">Who is asked after that.</param>
public sealed record OrderRecipient(
    [property: Text(40)] string ToAgency, AddresseeKind AddresseeKind, [property: Text(64)] string Addressee, [property: Text(40)] string? AlternateAgency = null,
    [property: Text(40)] string? SuperiorAgency = null);
