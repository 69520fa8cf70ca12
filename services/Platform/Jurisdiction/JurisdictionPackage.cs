namespace Coordination.Platform;

/// <summary>
/// The values of a jurisdiction, versioned and read from YAML: clocks, calendar, and each service's own sections (domain.md C7).
/// A package selects from the closed vocabularies, renames and translates; it never extends them.
/// </summary>
public sealed class JurisdictionPackage
{
    private readonly Dictionary<string, ClockDefinition[]> clocks;
    private readonly Func<string, Type, object?> section;

    internal JurisdictionPackage(string id, string version, WorkingCalendar calendar, IEnumerable<ClockDefinition> clocks, Func<string, Type, object?> section)
    {
        (Id, Version, Calendar, this.section) = (id, version, calendar, section);
        this.clocks = clocks.GroupBy(c => c.Key).ToDictionary(g => g.Key, g => g.OrderByDescending(c => c.When.Count).ToArray());
    }

    /// <summary>For example <c>cn-default</c>.</summary>
    public string Id { get; }

    /// <summary>Version of the package.</summary>
    public string Version { get; }

    /// <summary>Working days and time zone.</summary>
    public WorkingCalendar Calendar { get; }

    /// <summary>Keys of all clocks.</summary>
    public IEnumerable<string> ClockKeys => clocks.Keys;

    /// <summary>True when somebody owes what the clock measures; false when time only runs out.</summary>
    public bool IsDuty(string key) => !clocks.TryGetValue(key, out var list) || list[0].Duty;

    /// <summary>The most specific definition of a clock that holds in the scope.</summary>
    /// <exception cref="KeyNotFoundException">The package does not define the clock for this scope.</exception>
    public ClockDefinition Clock(string key, ClockScope scope) =>
        (clocks.TryGetValue(key, out var list) ? list.FirstOrDefault(c => c.Holds(scope)) : null)
        ?? throw new KeyNotFoundException($"Package {Id} defines no clock '{key}' for this scope");

    /// <summary>A section of the service's own, typed. Unknown members are refused when the package is read.</summary>
    /// <exception cref="InvalidDataException">The section is missing or has another shape.</exception>
    public T Section<T>(string name) where T : class => OptionalSection<T>(name) ?? throw new InvalidDataException($"Package '{Id}' has no section '{name}'");

    /// <summary>A section that a package may leave out; null where it does.</summary>
    /// <exception cref="InvalidDataException">The section has another shape.</exception>
    public T? OptionalSection<T>(string name) where T : class => (T?)section(name, typeof(T));
}
