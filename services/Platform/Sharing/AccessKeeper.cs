using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>
/// Writes each minute how often things were read, and forgets entries after three years: the law asks for six months of logs at least (网络安全法 2016 Art. 21),
/// and who was harmed by what was told has three years to claim (民法典 Art. 188).
/// </summary>
internal sealed partial class AccessKeeper(AccessLog log, WriteScope writes, IServiceScopeFactory scopes, TimeProvider time, ILogger<AccessKeeper> logger)
{
    internal static readonly TimeSpan Kept = TimeSpan.FromDays(3 * 365 + 1);
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1), Seldom = TimeSpan.FromHours(1), Patience = TimeSpan.FromSeconds(10);

    internal async Task RunAsync(CancellationToken ct)
    {
        if (!await HasLogAsync()) return;
        var swept = time.GetTimestamp();
        using var timer = new PeriodicTimer(Often, time);
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                await TryAsync(log.CountAsync, ct);
                if (time.GetElapsedTime(swept) < Seldom) continue;
                await TryAsync(ForgetAsync, ct);
                swept = time.GetTimestamp();
            }
        }
        finally
        {
            // A process that stops in order leaves the whole count.
            using var limit = new CancellationTokenSource(Patience, time);
            await TryAsync(log.CountAsync, limit.Token);
        }
    }

    /// <summary>Entries that were read for the last time before what is kept.</summary>
    internal Task ForgetAsync(CancellationToken ct)
    {
        var before = time.GetUtcNow() - Kept;
        return writes.RunAsync((_, db) => db.Set<Access>().Where(a => a.LastAt < before).ExecuteDeleteAsync(ct), ct, Guard.Own);
    }

    private async Task<bool> HasLogAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<ServiceDb>().Model.FindEntityType(typeof(Access)) is not null;
    }

    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        try
        {
            await work(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(logger, e);
        }
        catch (OperationCanceledException)
        {
            // The process stops; what was counted since the last minute is not written.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The access log could not be counted or cleared; trying again")]
    private static partial void Failed(ILogger log, Exception e);
}
