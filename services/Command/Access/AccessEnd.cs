using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Access;

/// <summary>An ending of access before its time. It keeps a hash of what was ended, not whose it was: whoever ended it knows, and nobody reads who fell out of favour.</summary>
internal sealed class AccessEnd
{
    private AccessEnd() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public AccessKind Kind { get; private set; }
    public Guid Mark { get; private set; }
    /// <summary>Why, in the operator's words.</summary>
    public string Basis { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? RestoredAt { get; private set; }

    public static AccessEnd Of(EndAccess request, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        Kind = request.Kind,
        Mark = EndedAccess.MarkOf(request.Kind, request.Value),
        Basis = request.Basis,
        At = at,
    };

    public Refusal? Restore(DateTimeOffset at)
    {
        if (RestoredAt is not null) return new Refusal("access-restored", "This ending was taken back before.");
        RestoredAt = at;
        Version++;
        return null;
    }
}
