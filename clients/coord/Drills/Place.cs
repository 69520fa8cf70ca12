namespace Coordination.CommandLine.Drills;

/// <summary>A place in a drill: before a call of a step, or, after the last of its calls, before its expectations. Both count from 0.</summary>
internal sealed record Place(int Step, int Call) : IComparable<Place>
{
    public int CompareTo(Place? other) => other is null ? 1 : (Step, Call).CompareTo((other.Step, other.Call));

    public static bool operator <(Place a, Place b) => a.CompareTo(b) < 0;

    public static bool operator >(Place a, Place b) => a.CompareTo(b) > 0;

    public static bool operator <=(Place a, Place b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Place a, Place b) => a.CompareTo(b) >= 0;
}
