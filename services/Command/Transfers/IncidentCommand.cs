using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Transfers;

/// <summary>
/// Who commands an incident, at every instant since the first leader arrived: exactly one commander, or one unified command with one lead.
/// Tenures follow each other without gap or overlap.
/// </summary>
internal sealed class IncidentCommand
{
    private IncidentCommand() { }

    /// <summary>The incident.</summary>
    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public List<CommandTenure> Tenures { get; private set; } = [];

    /// <summary>The newest tenure; it has no end while the incident goes on by itself.</summary>
    public CommandTenure Current => Tenures[^1];

    /// <summary>The first leader who arrives with a team acts until the named commander takes over.</summary>
    public static (IncidentCommand?, Refusal?) FirstArriver(Guid incident, DateTimeOffset occurredAt, Guid? exercise, string agency, DateTimeOffset at) =>
        at < occurredAt
            ? (null, Refusal.Invalid("/occurredAt", "before-incident", "Nobody arrives before the incident happened."))
            : (new() { Id = incident, ExerciseId = exercise, Tenures = [new(1, CommandForm.Acting, agency, [agency], at)] }, null);

    /// <summary>An incident that nobody commanded is gone on with by whoever commanded the one that became part of it.</summary>
    public static IncidentCommand GoOn(Guid incident, IncidentCommand merged, DateTimeOffset at) => new()
    {
        Id = incident,
        ExerciseId = merged.ExerciseId,
        Tenures = [new(1, merged.Current.Form, merged.Current.Lead, merged.Current.Agencies, at)],
    };

    /// <summary>The incident became part of another, which has a commander of its own: two for one response are one too many.</summary>
    public Refusal? End(DateTimeOffset at)
    {
        if (Current.Until is not null) return Ended();
        Tenures = [.. Tenures[..^1], Current with { Until = at }];
        Version++;
        return null;
    }

    /// <summary>Command passes at one instant: the old tenure ends where the new one begins.</summary>
    public Refusal? Pass(CommandForm form, string from, string lead, IReadOnlyList<string> agencies, Guid transfer, DateTimeOffset at)
    {
        if (Current.Until is not null) return Ended();
        if (Current.Lead != from) return new Refusal("not-the-commander", "Command has passed to another agency meanwhile.");
        if (at <= Current.From) return Refusal.Invalid("/effectiveAt", "before-current-command", "Command passes after the present commander took it.");
        var ended = Current with { Until = at };
        Tenures = [.. Tenures[..^1], ended, new(ended.Sequence + 1, form, lead, agencies, at, transfer)];
        Version++;
        return null;
    }

    private static Refusal Ended() => new("command-ended", "The incident became part of another one: it is commanded there.");

    /// <summary>Who commanded at an instant, or null before anyone arrived and after it became part of another.</summary>
    public CommandTenure? At(DateTimeOffset instant) => Tenures.SingleOrDefault(t => t.From <= instant && (t.Until is null || instant < t.Until));
}

/// <summary>A stretch of command.</summary>
/// <param name="Sequence">From 1 without gaps.</param>
/// <param name="Form">One commander, or a unified command.</param>
/// <param name="Lead">The one who commands or leads.</param>
/// <param name="Agencies">Every agency in command.</param>
/// <param name="From">First instant.</param>
/// <param name="TransferId">Transfer by which it began, or null for the first arriver and after a merger.</param>
/// <param name="Until">Instant at which it had passed on or ended, or null while it lasts.</param>
public sealed record CommandTenure(
    int Sequence, CommandForm Form, string Lead, IReadOnlyList<string> Agencies, DateTimeOffset From, Guid? TransferId = null,
    DateTimeOffset? Until = null);
