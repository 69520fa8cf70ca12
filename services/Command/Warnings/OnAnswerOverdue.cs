using Coordination.Command.Jurisdictions;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Warnings;

/// <summary>
/// No answer in time, or none from the superior who was told: the body on duty next above the recipient's place is told, then the next, each with a clock of its own,
/// at last the issuer, who called. A recipient without a place in the tree stands where the warning does.
/// </summary>
internal sealed class OnAnswerOverdue(CommandDb db, JurisdictionPackage package, CallClocks clocks, Call call) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.WarningCalls.FindAsync([clock.EntityId], ct) is not { } ring) return;
        if (await db.Warnings.FindAsync([ring.WarningId], ct) is not { State: WarningState.InForce or WarningState.Adjusted } warning) return;
        var isFirst = ring.State == WarningCallState.Called;
        // A replica of an earlier build that calls again leaves who was told of the silence before.
        var superior = (await db.TreeAsync(package, call, ct)).NextTold(ring.Recipient, warning.Jurisdiction, isFirst ? [] : ring.Superiors ?? [], warning.IssuerAgency);
        if (!isFirst && superior is null) return;
        if ((isFirst ? ring.Escalate(call.Now, superior) : ring.PassUp(superior!)) is not null) return;
        if (superior is not null) await clocks.ToldAsync(ring, warning, clock.DueAt, ct);
        db.Append(warning.Id, new WarningCallEscalated(warning.Id, ring.Id, ring.Recipient, call.Now, superior));
    }
}
