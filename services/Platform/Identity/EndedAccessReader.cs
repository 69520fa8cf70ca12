using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>Reads anew what another replica wrote: when that one tells, and every five seconds, because what is told may be lost.</summary>
internal sealed partial class EndedAccessReader(EndedAccess ended, Wakes wakes, IServiceStore store, IServiceScopeFactory scopes, ServiceInstance instance, ILogger<EndedAccessReader> log)
{
    private static readonly TimeSpan Backstop = TimeSpan.FromSeconds(5);

    internal async Task RunAsync(CancellationToken ct)
    {
        while (store.IsShared)
        {
            await wakes.Access.WaitAsync(Backstop, ct);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await ended.ReadAsync(scope.ServiceProvider.GetRequiredService<ServiceDb>(), ct);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                if (!StorageAway.Said(log, e, instance.Name)) Failed(log, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Reading whose access was ended failed; trying again")]
    private static partial void Failed(ILogger log, Exception e);
}
