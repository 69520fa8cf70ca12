namespace Coordination.Platform;

/// <summary>Lets a slice or handler act once its transaction is durable: refresh memory, wake a reader. Never for work that must not be lost.</summary>
public sealed class AfterCommit
{
    private WriteTransaction? transaction;

    /// <summary>Runs after the commit, and not at all when it fails.</summary>
    public void Do(Action action) =>
        (transaction ?? throw new InvalidOperationException("No transaction is open.")).AfterCommit(action);

    internal void Bind(WriteTransaction open) => transaction = open;
}
