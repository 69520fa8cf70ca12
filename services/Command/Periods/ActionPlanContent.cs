using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Periods;

/// <summary>What an incident action plan says. Texts name agencies, places and work, never persons.</summary>
/// <param name="Objectives">Those that it sets; whatever is open already is carried over and not said again.</param>
/// <param name="Safety">Safety message of the period.</param>
/// <param name="Assignments">Who does what where, in the order of ICS 204.</param>
/// <param name="Channels">By what they speak with each other, in the order of ICS 205.</param>
/// <param name="Weather">What weather and water do during the period.</param>
public sealed record WriteActionPlan(
    [property: Items(0, 30)] IReadOnlyList<NewObjective> Objectives, [property: Text(2000)] string Safety, [property: Items(0, 100)] IReadOnlyList<Assignment> Assignments,
    [property: Items(0, 50)] IReadOnlyList<RadioChannel> Channels, [property: Text(2000)] string? Weather = null)
{
    /// <summary>Null when it can be a plan; otherwise the member that is wrong.</summary>
    internal Refusal? Fault()
    {
        for (var i = 0; i < Assignments.Count; i++)
            if (Assignments[i].Fault($"/assignments/{i}", Channels) is { } wrong) return wrong;
        if (Texts().FirstOrDefault(t => TelephoneNumber.IsIn(t.Text)) is { At: { } at }) return TelephoneNumber.Refuse(at);
        return Channels.DistinctBy(c => c.Function).Count() == Channels.Count ? null : Refusal.Invalid("/channels", "function-twice", "Each function has one channel.");
    }

    /// <summary>Whatever is written in words, and where it stands.</summary>
    private IEnumerable<(string At, string? Text)> Texts() =>
    [
        .. Objectives.SelectMany((o, i) => ((string, string?)[])[($"/objectives/{i}/text", o.Text), ($"/objectives/{i}/tactic", o.Tactic)]), ("/safety", Safety), ("/weather", Weather),
        .. Assignments.SelectMany((a, i) => ((string, string?)[])
            [($"/assignments/{i}/place", a.Place), ($"/assignments/{i}/work", a.Work), ($"/assignments/{i}/instructions", a.Instructions)]),
        .. Channels.SelectMany((c, i) => ((string, string?)[])
            [($"/channels/{i}/function", c.Function), ($"/channels/{i}/name", c.Name), ($"/channels/{i}/frequency", c.Frequency), ($"/channels/{i}/remarks", c.Remarks)]),
    ];
}

/// <summary>An objective that a plan sets.</summary>
/// <param name="Text">What is to be reached, so that one can tell whether it was.</param>
/// <param name="Priority">What it serves.</param>
/// <param name="Tactic">How it is to be reached.</param>
public sealed record NewObjective([property: Text(500)] string Text, ObjectivePriority Priority, [property: Text(1000)] string? Tactic = null);

/// <summary>An objective of an approved plan.</summary>
/// <param name="Number">Its number in the incident.</param>
/// <param name="Text">What is to be reached.</param>
/// <param name="Priority">What it serves.</param>
/// <param name="Tactic">How.</param>
public sealed record PlannedObjective(int Number, string Text, ObjectivePriority Priority, string? Tactic = null);

/// <summary>What one unit, group or agency does in a period (ICS 204).</summary>
/// <param name="Agency">Code of the agency that does it; it takes part in the incident once the plan is approved.</param>
/// <param name="Place">Division, sector or place.</param>
/// <param name="Work">What is done.</param>
/// <param name="Unit">Code of a unit or team of that agency.</param>
/// <param name="GroupId">A working group of the incident.</param>
/// <param name="Resources">What is needed for it.</param>
/// <param name="Instructions">What they must heed.</param>
/// <param name="Channel">Function of the channel on which they speak, as the plan's channels have it.</param>
public sealed record Assignment(
    [property: Text(64)] string Agency, [property: Text(200)] string Place, [property: Text(1000)] string Work, [property: Text(64)] string? Unit = null, Guid? GroupId = null,
    [property: Items(0, 20)] IReadOnlyList<AssignedResource>? Resources = null, [property: Text(1000)] string? Instructions = null, [property: Text(60)] string? Channel = null)
{
    internal Refusal? Fault(string at, IReadOnlyList<RadioChannel> channels)
    {
        if (!Code.Is(Agency)) return Code.Refuse($"{at}/agency");
        if (Unit is { } unit && !Code.Is(unit)) return Code.Refuse($"{at}/unit");
        for (var i = 0; i < (Resources?.Count ?? 0); i++)
            if (!Code.Is(Resources![i].TypeCode)) return Code.Refuse($"{at}/resources/{i}/typeCode");
        return Channel is null || channels.Any(c => c.Function == Channel) ? null : Refusal.Invalid($"{at}/channel", "unknown-channel", "The plan has no channel of this function.");
    }
}

/// <summary>Resources that an assignment needs.</summary>
/// <param name="TypeCode">Resource type.</param>
/// <param name="Quantity">How many.</param>
public sealed record AssignedResource([property: Text(64)] string TypeCode, [property: Range(1, 100_000)] int Quantity);

/// <summary>A channel of the communications plan (ICS 205): of a function, never of a person.</summary>
/// <param name="Function">What it is for, such as <c>Command</c>.</param>
/// <param name="Name">Channel or talkgroup.</param>
/// <param name="Frequency">As text, such as <c>351.525 MHz</c>.</param>
/// <param name="Remarks">What else one must know.</param>
public sealed record RadioChannel(
    [property: Text(60)] string Function, [property: Text(60)] string Name, [property: Text(60)] string? Frequency = null, [property: Text(300)] string? Remarks = null);
