using System.Text.Json;
using Coordination.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Command;

/// <summary>What every aggregate of this service promises, whatever is asked of it.</summary>
internal static class Machine
{
    /// <summary>The table is exactly this one: <c>State: Next Next</c>, a line each. Every other pair is refused.</summary>
    public static void HasTable<TState>(Lifecycle<TState> life, string table) where TState : struct, Enum
    {
        var listed = table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(l => l.Split(':')).SelectMany(l => l[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(to => (Enum.Parse<TState>(l[0]), Enum.Parse<TState>(to)))).ToHashSet();
        Assert.Equal(listed.Order(), life.Transitions.Order());
        foreach (var from in Enum.GetValues<TState>())
            foreach (var to in Enum.GetValues<TState>())
                Assert.Equal(listed.Contains((from, to)), life.Refuse(from, to) is null);
    }

    /// <summary>
    /// Random sequences of decisions: a success grows the version by one and stays in the table, a refusal changes nothing, and the
    /// invariant holds throughout.
    /// </summary>
    public static void Keeps<T, TState>(
        Func<T> create, Lifecycle<TState> life, Func<T, TState> state, Func<T, int> version, Func<T, bool>? invariant, params Func<T, int, Refusal?>[] decisions)
        where TState : struct, Enum =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ArrayOf(60).ToArbitrary(), numbers =>
        {
            var it = create();
            foreach (var number in numbers)
            {
                var (stateBefore, versionBefore, before) = (state(it), version(it), JsonSerializer.Serialize(it));
                var refusal = decisions[number % decisions.Length](it, number / decisions.Length);
                if (refusal is not null && JsonSerializer.Serialize(it) != before) return false;
                if (JsonSerializer.Serialize(it) != before && version(it) != versionBefore + 1) return false;
                if (!Equals(state(it), stateBefore) && !life.Allows(stateBefore, state(it))) return false;
                if (invariant?.Invoke(it) == false) return false;
            }
            return true;
        }).QuickCheckThrowOnFailure();

    public static void Refused(Refusal? refusal, string rule)
    {
        Assert.NotNull(refusal);
        Assert.Equal(rule, refusal.Rule);
    }
}
