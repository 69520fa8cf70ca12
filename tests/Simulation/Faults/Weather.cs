namespace Coordination.Tests.Simulation;

/// <summary>How bad things are: probabilities that the seed draws, and that are all zero once the faults end.</summary>
internal sealed class Weather(World world)
{
    private readonly double store = world.Random.Next(3) * 0.02;
    private readonly double kill = world.Random.Next(3) * 0.004;
    private readonly double bus = world.Random.Next(3) * 0.08;

    internal bool IsCalm { get; private set; }

    /// <summary>Moments at which a database or a broker is away.</summary>
    internal bool StoreIsAway { get; set; }

    internal bool BusIsAway { get; set; }

    internal void Calm() => (IsCalm, StoreIsAway, BusIsAway) = (true, false, false);

    /// <summary>Where a transaction fails, if it does.</summary>
    internal CrashPoint Transaction()
    {
        if (IsCalm) return CrashPoint.None;
        if (StoreIsAway) return CrashPoint.Refused;
        if (world.Happens(kill)) return world.Happens(0.5) ? CrashPoint.KilledBefore : CrashPoint.KilledAfter;
        if (!world.Happens(store)) return CrashPoint.None;
        return (CrashPoint)world.Random.Next((int)CrashPoint.Refused, (int)CrashPoint.AnswerLost + 1);
    }

    /// <summary>What the bus does to a message, if anything.</summary>
    internal BusFault Message()
    {
        if (IsCalm) return BusFault.None;
        if (BusIsAway) return BusFault.Dropped;
        return world.Happens(bus) ? (BusFault)world.Random.Next(1, 6) : BusFault.None;
    }
}

/// <summary>Where a transaction may fail.</summary>
internal enum CrashPoint
{
    None,
    /// <summary>The database refuses: nothing was done.</summary>
    Refused,
    /// <summary>All was done, and the commit failed.</summary>
    Lost,
    /// <summary>The commit held, and nobody was told.</summary>
    AnswerLost,
    /// <summary>The process dies with the transaction open.</summary>
    KilledBefore,
    /// <summary>The process dies between the commit and whatever it does next.</summary>
    KilledAfter,
}

/// <summary>What may happen to a message.</summary>
internal enum BusFault
{
    None,
    /// <summary>The broker never had it, and says so.</summary>
    Dropped,
    /// <summary>The broker has it, and the confirmation is lost.</summary>
    ConfirmLost,
    /// <summary>It arrives three times.</summary>
    Repeated,
    /// <summary>It arrives much later than those after it.</summary>
    Delayed,
    /// <summary>It was handled, and the acknowledgement is lost: it arrives again.</summary>
    AcknowledgementLost,
}
