namespace Coordination.Platform;

/// <summary>A state machine as a table. Every transition that the table does not list is refused.</summary>
/// <typeparam name="TState">The closed set of states.</typeparam>
public sealed class Lifecycle<TState> where TState : struct, Enum
{
    private readonly Dictionary<TState, HashSet<TState>> table;

    /// <summary>Declares the table: each row is a state and the states it may go to. A state without a row is terminal.</summary>
    public Lifecycle(params (TState From, TState[] To)[] rows) =>
        table = rows.GroupBy(r => r.From).ToDictionary(g => g.Key, g => g.SelectMany(r => r.To).ToHashSet());

    /// <summary>True when the table lists the transition.</summary>
    public bool Allows(TState from, TState to) => table.TryGetValue(from, out var next) && next.Contains(to);

    /// <summary>Null when the table lists the transition; otherwise a refusal that names both states and what would be allowed.</summary>
    public Refusal? Refuse(TState from, TState to) => Allows(from, to)
        ? null
        : new Refusal("illegal-transition", $"{from} cannot become {to}; from {from} it may become {Next(from)}.");

    /// <summary>Every listed transition, for tests and documents.</summary>
    public IEnumerable<(TState From, TState To)> Transitions => table.SelectMany(r => r.Value.Select(to => (r.Key, to)));

    private string Next(TState from) =>
        table.TryGetValue(from, out var next) && next.Count > 0 ? string.Join(", ", next) : "nothing: it is final";
}
