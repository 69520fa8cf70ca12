using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>Forgets stored answers after seven days: longer than any client's plan of retries, short enough that nothing personal lingers.</summary>
internal sealed partial class IdempotencyCleaner(WriteScope writes, TimeProvider time, ILogger<IdempotencyCleaner> log)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    internal async Task RunAsync(CancellationToken ct)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), time);
        while (await hourly.WaitForNextTickAsync(ct))
        {
            try
            {
                var before = time.GetUtcNow() - Kept;
                await writes.RunAsync((_, db) => db.Set<IdempotencyRow>().Where(r => r.CreatedAt < before).ExecuteDeleteAsync(ct), ct, Guard.Own);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(log, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Forgetting old idempotency keys failed; trying again in an hour")]
    private static partial void Failed(ILogger log, Exception e);
}
