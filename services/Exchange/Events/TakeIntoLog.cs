using Coordination.Platform;

namespace Coordination.Exchange.Events;

/// <summary>Every event of the region enters the log as it is; the sealer gives it its place in the one sequence.</summary>
internal sealed class TakeIntoLog(ExchangeDb db) : IHandleAny
{
    public Task HandleAsync(ReceivedEvent e, EventContext context, CancellationToken ct)
    {
        db.Import(e);
        Failpoint.Hit("log.imported");
        return Task.CompletedTask;
    }
}
