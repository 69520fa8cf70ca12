namespace Coordination.Platform;

/// <summary>The store seam of the sealer and the relay.</summary>
internal interface IJournalStore
{
    /// <summary>True while this process may seal and relay, as far as it knows.</summary>
    bool Leads => true;

    /// <summary>Takes the right to seal, when nobody else's lease holds. The new epoch fences every earlier owner; null while another holds it.</summary>
    Task<long?> AcquireAsync(string owner, DateTimeOffset now, TimeSpan lease, CancellationToken ct);

    /// <summary>Gives the next unsealed rows their positions in one transaction. Returns how many.</summary>
    /// <exception cref="FencedException">Another owner sealed since.</exception>
    Task<int> SealAsync(long epoch, int limit, CancellationToken ct);

    /// <summary>Sealed rows after a position, in order.</summary>
    Task<IReadOnlyList<ReceivedEvent>> ReadAsync(long after, int limit, bool imported, CancellationToken ct);

    /// <summary>Where a receiver stands; from the start again when it now takes types that it did not take before.</summary>
    Task<long> CursorAsync(string receiver, string types, CancellationToken ct);

    /// <summary>Moves a receiver's watermark forward.</summary>
    Task AdvanceAsync(string receiver, string types, long position, CancellationToken ct);

    /// <summary>The last position that was given; 0 before the first.</summary>
    Task<long> HeadAsync(CancellationToken ct);
}

/// <summary>This process lost the right to seal while it was away. What it tried to write was not written.</summary>
internal sealed class FencedException(string message) : Exception(message);
