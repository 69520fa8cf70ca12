namespace Coordination.Resources.Types;

/// <summary>Something that an agency keeps ready and that is neither a unit nor goods, as the jurisdiction package lists it.</summary>
public sealed class ProvisionType
{
    /// <summary>Kebab-case.</summary>
    public string Code { get; set; } = "";
    /// <summary>Which of the three.</summary>
    public ProvisionKind Kind { get; set; }
    /// <summary>What is counted.</summary>
    public string UnitOfMeasure { get; set; } = "";

    /// <summary>Null when sound; otherwise what is wrong.</summary>
    internal string? Fault() =>
        Code.Length is 0 or > 40 || !Code.All(c => char.IsAsciiLetterLower(c) || c == '-') ? $"provision '{Code}': bad code"
        : UnitOfMeasure.Length is 0 or > 20 ? $"provision {Code}: unit of measure missing" : null;
}

/// <summary>Kinds of provision.</summary>
public enum ProvisionKind
{
    /// <summary>Posts that are filled: how many, and never by whom.</summary>
    Position,
    /// <summary>Places in a shelter: how many it holds, and never who is in it.</summary>
    Shelter,
    /// <summary>A speciality that can be called: how many, by the agency's duty number.</summary>
    Expert,
}
