using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.PublicInformation.Releases;

/// <summary>What this service knows of an incident, from Command's events: enough to run the release clocks and to know who may speak.</summary>
internal sealed class InformedIncident
{
    private InformedIncident() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public IncidentCategory Category { get; private set; }
    public string Jurisdiction { get; private set; } = "";
    public DateTimeOffset ConfirmedAt { get; private set; }
    public bool ResponseEnded { get; private set; }
    /// <summary>Agencies that may speak; while empty, any may.</summary>
    public List<string> Spokespersons { get; private set; } = [];

    public static InformedIncident Of(IncidentConfirmed e, Guid? exercise) => new()
    {
        Id = e.IncidentId,
        ExerciseId = exercise,
        Category = e.Category,
        Jurisdiction = e.Jurisdiction,
        ConfirmedAt = e.ConfirmedAt,
    };

    public Refusal? MaySpeak(string agency) => Spokespersons.Count == 0 || Spokespersons.Contains(agency)
        ? null
        : Refusal.Forbidden("not-the-spokesperson", $"For this incident {string.Join(", ", Spokespersons)} speaks.");

    public void SetSpokesperson(string agency, bool may)
    {
        Spokespersons = [.. Spokespersons.Where(s => s != agency), .. may ? [agency] : Array.Empty<string>()];
        Version++;
    }

    public void End()
    {
        ResponseEnded = true;
        Version++;
    }
}
