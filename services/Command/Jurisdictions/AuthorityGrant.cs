using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Jurisdictions;

/// <summary>A power that an agency holds in a jurisdiction and everything below it, from one moment to another. Kept for ever, so that any decision can be judged by what held then.</summary>
internal sealed class AuthorityGrant
{
    private AuthorityGrant() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public string Agency { get; private set; } = "";
    public string Jurisdiction { get; private set; } = "";
    public AuthorityPower Power { get; private set; }
    /// <summary>Law, decree or decision it rests on.</summary>
    public string Basis { get; private set; } = "";
    public DateTimeOffset ValidFrom { get; private set; }
    public DateTimeOffset? ValidTo { get; private set; }

    public static AuthorityGrant Give(GrantAuthority request, Guid? exercise, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        ExerciseId = exercise,
        Agency = request.Agency,
        Jurisdiction = request.Jurisdiction,
        Power = request.Power,
        Basis = request.Basis,
        ValidFrom = at,
    };

    public Refusal? End(DateTimeOffset at)
    {
        if (ValidTo is not null) return new Refusal("grant-ended", "This power ended before.");
        ValidTo = at;
        Version++;
        return null;
    }

    public bool HoldsAt(DateTimeOffset at) => ValidFrom <= at && (ValidTo is null || at < ValidTo);
}
