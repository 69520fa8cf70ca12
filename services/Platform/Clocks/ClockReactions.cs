namespace Coordination.Platform;

/// <summary>What a service does when one of its clocks warns or is breached. Runs in the transaction of the firing, once.</summary>
public sealed class ClockReactions
{
    private readonly Dictionary<(string Key, bool Breach), Type> byKey = [];

    /// <summary>When the due moment of clock <paramref name="key"/> passes.</summary>
    public void Breach<TReaction>(string key) where TReaction : class, IReactToClock => byKey.Add((key, true), typeof(TReaction));

    /// <summary>When the warning moment of clock <paramref name="key"/> passes.</summary>
    public void Warn<TReaction>(string key) where TReaction : class, IReactToClock => byKey.Add((key, false), typeof(TReaction));

    internal IEnumerable<string> Keys => byKey.Keys.Select(k => k.Key);

    internal IEnumerable<Type> Types => byKey.Values.Distinct();

    internal Type? For(string key, ClockStep step) => step switch
    {
        ClockStep.Breached => byKey.GetValueOrDefault((key, true)),
        ClockStep.Warned => byKey.GetValueOrDefault((key, false)),
        _ => null,
    };
}

/// <summary>Reacts to a clock that warned or was breached.</summary>
public interface IReactToClock
{
    /// <summary>Changes state; Platform commits it together with the firing.</summary>
    Task HandleAsync(Clock clock, CancellationToken ct);
}
