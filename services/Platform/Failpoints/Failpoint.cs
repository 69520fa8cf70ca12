using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;

namespace Coordination.Platform;

/// <summary>
/// A named place at which the process can be told to die, as by SIGKILL: nothing is flushed, nothing is said. Armed for one place by
/// <c>COORDINATION_FAILPOINT=name</c> or <c>name:n</c> (the n-th time), for tests of what a crash there leaves behind; otherwise a look at one field.
/// </summary>
public static class Failpoint
{
    private static string? armed;
    private static int left;

    /// <summary>Every place; a test compares them with the source.</summary>
    internal static FrozenSet<string> Names { get; } = FrozenSet.ToFrozenSet(
    [
        "migrate.begun", "migrate.statement", "migrate.done", "stop.loops-ended",
        "call.before-decision", "call.after-decision", "call.answer-stored", "call.before-answer",
        "write.begun", "write.item-done", "write.before-commit", "write.after-commit",
        "lease.taken", "seal.before-head", "seal.after-head", "seal.after-commit",
        "relay.before-hand-over", "relay.after-hand-over", "relay.after-advance", "publish.sent", "publish.confirmed",
        "consume.before-handling", "consume.handled", "consume.inbox-written", "consume.before-acknowledgement", "log.imported", "timeline.written",
        "defer.written", "retry.before-handling", "retry.handled",
        "clock.before-fire", "clock.passed", "clock.fired",
    ], StringComparer.Ordinal);

    internal static bool IsArmed => armed is not null;

    /// <summary>Arms one place, or none.</summary>
    /// <exception cref="StartFailedException">There is no such place: a process that was to die somewhere must not run on as if nothing was asked.</exception>
    internal static void Arm(string? text)
    {
        if (string.IsNullOrEmpty(text)) return;
        var parts = text.Split(':');
        var count = 1;
        if (parts.Length > 2 || !Names.Contains(parts[0]) || parts.Length == 2 && !(int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0))
            throw new StartFailedException($"COORDINATION_FAILPOINT is '{text}': name or name:n, of {string.Join(", ", Names.Order(StringComparer.Ordinal))}.");
        (left, armed) = (count, parts[0]);
    }

    /// <summary>The process is at this place.</summary>
    public static void Hit(string name)
    {
        if (armed is not null) Strike(name);
    }

    private static void Strike(string name)
    {
        if (name != armed || Interlocked.Decrement(ref left) != 0) return;
        using var process = Process.GetCurrentProcess();
        process.Kill();
    }
}
