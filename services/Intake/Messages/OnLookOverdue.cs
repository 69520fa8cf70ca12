using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Messages;

/// <summary>Nobody looked at a held message: the next step of the chain is asked, and has the same time.</summary>
internal sealed class OnLookOverdue(IntakeDb db, Call call, Clocks clocks, IntakeRules rules) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Messages.FindAsync([clock.EntityId], ct) is not { State: MessageState.Held } message) return;
        if (clocks.AskNext(clock, rules.Escalation) is var (step, role)) db.Append(message.Id, new MessageEscalated(message.Id, step, role, call.Now));
    }
}
