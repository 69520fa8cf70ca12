using System.ComponentModel.DataAnnotations;
using Coordination.Command.Orders;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Plans;

/// <summary>What a plan says: basis, organisation, process, resources, drills, its checklist, and the other plans it rests on.</summary>
/// <param name="Basis">Laws and plans it is made under.</param>
/// <param name="Organisation">Who leads, and who does what.</param>
/// <param name="Process">What happens in which order.</param>
/// <param name="Resources">Teams, stock and money it counts on.</param>
/// <param name="Drills">How it is drilled.</param>
/// <param name="DraftingNote">Note to the office with which it is filed.</param>
/// <param name="Checklist">Items that become tasks when it is activated.</param>
/// <param name="References">Versions of other plans it rests on.</param>
/// <param name="PreAuthorised">True when an indicator may activate it without waiting for a person.</param>
/// <param name="Event">Of a plan of kind MajorEvent, and of no other: the event that it is for, its site, posts and ways out.</param>
public sealed record PlanContent(
    [property: Text(4000)] string Basis, [property: Text(4000)] string Organisation, [property: Text(8000)] string Process,
    [property: Text(4000)] string Resources, [property: Text(4000)] string Drills, [property: Text(4000)] string DraftingNote,
    [property: Items(1, 100)] IReadOnlyList<ChecklistItem> Checklist, [property: Items(0, 50)] IReadOnlyList<PlanReference>? References = null,
    bool PreAuthorised = false, MajorEvent? Event = null)
{
    /// <summary>Null when the checklist can be carried out; otherwise which item cannot.</summary>
    internal Refusal? Fault()
    {
        for (var i = 0; i < Checklist.Count; i++)
            if (Checklist[i].Fault($"/content/checklist/{i}") is { } fault) return fault;
        return null;
    }
}

/// <summary>An item of a plan's checklist: a template of an order.</summary>
/// <param name="Phase">Whether it is done on standby or on activation.</param>
/// <param name="Kind">What is to be done.</param>
/// <param name="Instruction">In words.</param>
/// <param name="ToAgency">Agency that answers for it.</param>
/// <param name="AddresseeKind">What the order is addressed to.</param>
/// <param name="Addressee">Code of the agency, team, venue or place.</param>
/// <param name="Role">Named role that has the duty, for example <c>duty manager</c>.</param>
/// <param name="AlternateAgency">Who is asked when there is no answer.</param>
/// <param name="SuperiorAgency">Who is asked after that.</param>
/// <param name="DueAfterMinutes">How long the task may take.</param>
/// <param name="ExpiresAfterMinutes">How long a cordon or evacuation holds.</param>
public sealed record ChecklistItem(
    ChecklistPhase Phase, OrderKind Kind, [property: Text(500)] string Instruction, [property: Text(40)] string ToAgency,
    AddresseeKind AddresseeKind, [property: Text(64)] string Addressee, [property: Text(100)] string? Role = null,
    [property: Text(40)] string? AlternateAgency = null, [property: Text(40)] string? SuperiorAgency = null,
    [property: Range(1, 10080)] int? DueAfterMinutes = null, [property: Range(1, 10080)] int? ExpiresAfterMinutes = null)
{
    /// <summary>The task that the item becomes at a moment.</summary>
    internal OrderTask At(DateTimeOffset now) => new(
        Kind, Instruction, ToAgency, AddresseeKind, Addressee, AlternateAgency, SuperiorAgency, null,
        DueAfterMinutes is { } due ? now.AddMinutes(due) : null, null, ExpiresAfterMinutes is { } end ? now.AddMinutes(end) : null);

    /// <summary>Null when it could be ordered; judged as if it were ordered now.</summary>
    internal Refusal? Fault(string pointer) => At(DateTimeOffset.UnixEpoch).Fault(DateTimeOffset.UnixEpoch, pointer);
}

/// <summary>When a checklist item is done.</summary>
public enum ChecklistPhase
{
    /// <summary>When the plan goes on standby.</summary>
    Standby,
    /// <summary>When it is activated.</summary>
    Active,
}

/// <summary>Another plan in exactly one version.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="Number">Number of its version.</param>
public sealed record PlanReference(Guid PlanId, [property: Range(1, 10000)] int Number);
