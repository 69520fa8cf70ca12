using Coordination.Contracts.Events;

namespace Coordination.Platform;

/// <summary>A power that an agency holds now in a place and everything below it. With its end the row goes: what was held before stands in the record of who gave it.</summary>
public sealed class AgencyPower
{
    /// <summary>The grant.</summary>
    public Guid Id { get; init; }

    /// <summary>The exercise for which it was given, or null: then it holds in life and in every exercise.</summary>
    public Guid? ExerciseId { get; init; }

    /// <summary>Who holds it.</summary>
    public string Agency { get; init; } = "";

    /// <summary>Which power.</summary>
    public AuthorityPower Power { get; init; }

    /// <summary>Code of the place.</summary>
    public string Jurisdiction { get; init; } = "";
}
