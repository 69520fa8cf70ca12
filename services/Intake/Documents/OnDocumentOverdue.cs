using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Documents;

/// <summary>Nobody looked at a held document: the next step of the chain is asked, and has the same time.</summary>
internal sealed class OnDocumentOverdue(IntakeDb db, Call call, Clocks clocks, IntakeRules rules) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Documents.FindAsync([clock.EntityId], ct) is not { State: DocumentState.Held } document) return;
        if (clocks.AskNext(clock, rules.Escalation) is var (step, role)) db.Append(document.Id, new DocumentEscalated(document.Id, step, role, call.Now));
    }
}
