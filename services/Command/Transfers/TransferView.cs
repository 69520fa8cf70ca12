using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Transfers;

/// <summary>A transfer of command.</summary>
public sealed record TransferView(
    Guid Id, int Version, Guid? ExerciseId, TransferState State, Guid IncidentId, CommandForm Form, string FromAgency, string ToAgency,
    IReadOnlyList<string> Agencies, TransferReason Reason, Briefing? Briefing, DateTimeOffset ProposedAt, DateTimeOffset? BriefedAt,
    DateTimeOffset? AcceptedAt, DateTimeOffset? EffectiveAt, string? TakenOverBecause) : IVersioned
{
    internal static TransferView Of(CommandTransfer t) => new(
        t.Id, t.Version, t.ExerciseId, t.State, t.IncidentId, t.Form, t.FromAgency, t.ToAgency, t.Agencies, t.Reason, t.Briefing, t.ProposedAt,
        t.BriefedAt, t.AcceptedAt, t.EffectiveAt, t.TakenOverBecause);
}

/// <summary>Who has commanded an incident since the first leader arrived.</summary>
public sealed record CommandView(Guid IncidentId, int Version, Guid? ExerciseId, CommandTenure Current, IReadOnlyList<CommandTenure> Tenures) : IVersioned
{
    internal static CommandView Of(IncidentCommand c) => new(c.Id, c.Version, c.ExerciseId, c.Current, c.Tenures);
}

/// <summary>What the region is told of command: who, not what was briefed.</summary>
internal static class TransferEvents
{
    public static TransferChanged Changed(this CommandTransfer t, DateTimeOffset at) =>
        new(t.Id, t.IncidentId, t.Form, t.FromAgency, t.ToAgency, t.Reason, t.State, at);

    public static CommanderChanged Changed(this IncidentCommand c) =>
        new(c.Id, c.Current.Sequence, c.Current.Form, c.Current.Lead, c.Current.Agencies, c.Current.TransferId, c.Current.From);
}
