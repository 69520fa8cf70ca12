namespace Coordination.Contracts;

/// <summary>
/// Sharing labels, TLP 2.0, as the <c>tlp</c> attribute of an event has them. <c>docs/labels.csv</c> gives each event type one, with the operation that
/// reads what the event is about: who is given the event may read that too.
/// </summary>
public static class Labels
{
    /// <summary>For everybody: it was published.</summary>
    public const string Clear = "CLEAR";

    /// <summary>For every agency of the region.</summary>
    public const string Green = "GREEN";

    /// <summary>For those who may see its incident, and the agencies that it names.</summary>
    public const string Amber = "AMBER";

    /// <summary>For the agency that wrote it and those that it names.</summary>
    public const string AmberStrict = "AMBER+STRICT";

    /// <summary>For named persons: no subscription gives it.</summary>
    public const string Red = "RED";

    /// <summary>All of them, the widest first.</summary>
    public static IReadOnlyList<string> All { get; } = [Clear, Green, Amber, AmberStrict, Red];
}
