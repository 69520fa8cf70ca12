namespace Coordination.Tests.Chaos;

/// <summary>What must be arranged so that a failpoint is reached.</summary>
internal enum Arrangement
{
    /// <summary>The load alone.</summary>
    None,

    /// <summary>The process is stopped with SIGTERM.</summary>
    Stopping,

    /// <summary>Exchange cannot write events down, so it sets them aside.</summary>
    Refusing,

    /// <summary>Events were set aside, and can be handled now.</summary>
    SetAside,

    /// <summary>The instances meet at a broker.</summary>
    Broker,
}

/// <summary>A failpoint of the product, and how the battery reaches it.</summary>
internal sealed record CrashPoint(string Name, Arrangement Arrangement)
{
    internal static IReadOnlyList<CrashPoint> All { get; } =
    [
        .. ((string[])
        [
            "migrate.begun", "migrate.statement", "migrate.done",
            "call.before-decision", "call.after-decision", "call.answer-stored", "call.before-answer",
            "write.begun", "write.item-done", "write.before-commit", "write.after-commit",
            "lease.taken", "seal.before-head", "seal.after-head", "seal.after-commit",
            "relay.before-hand-over", "relay.after-hand-over", "relay.after-advance",
            "consume.before-handling", "consume.handled", "consume.inbox-written", "log.imported", "timeline.written",
            "clock.before-fire", "clock.passed", "clock.fired",
        ]).Select(n => new CrashPoint(n, Arrangement.None)),
        new("stop.loops-ended", Arrangement.Stopping),
        new("defer.written", Arrangement.Refusing),
        new("retry.before-handling", Arrangement.SetAside),
        new("retry.handled", Arrangement.SetAside),
        new("publish.sent", Arrangement.Broker),
        new("publish.confirmed", Arrangement.Broker),
        new("consume.before-acknowledgement", Arrangement.Broker),
    ];

    /// <summary>Of every run: one around each kind of commit.</summary>
    private static readonly string[] Sample = ["write.before-commit", "relay.after-hand-over", "clock.passed", "retry.handled"];

    internal static IEnumerable<CrashPoint> Played => All.Where(p => BatteryOptions.IsWhole || Sample.Contains(p.Name));

    public override string ToString() => Name;
}
