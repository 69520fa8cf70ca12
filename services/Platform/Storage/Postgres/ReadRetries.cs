using Microsoft.EntityFrameworkCore.Storage;

namespace Coordination.Platform;

/// <summary>A query outside any transaction is asked again when its connection is lost, as after a restart of the database. In a transaction it is the lane's matter.</summary>
internal sealed class ReadRetries(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, MostRetries, TimeSpan.FromMilliseconds(500))
{
    private const int MostRetries = 8;

    /// <summary>What EF Core is told: it would otherwise refuse the transactions of the lane, and hold every answer in memory before it gives the first row.</summary>
    public override bool RetriesOnFailure => false;

    private bool IsInTransaction => Dependencies.CurrentContext.Context.Database.CurrentTransaction is not null;

    protected override bool ShouldRetryOn(Exception exception) => !IsInTransaction && PostgresFaults.IsLoss(exception);
}
