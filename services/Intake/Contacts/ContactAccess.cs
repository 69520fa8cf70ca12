using Coordination.Contracts.Events;

namespace Coordination.Intake.Contacts;

/// <summary>One opening of a contact: who, why and until when. The access log of personal data, and the key to it.</summary>
internal sealed class ContactAccess
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    private ContactAccess() { }

    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    public Guid ReportId { get; private set; }
    public string Subject { get; private set; } = "";
    public string Agency { get; private set; } = "";
    public ContactPurpose Purpose { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }

    public static ContactAccess Open(Guid id, Guid? exercise, Guid report, string subject, string agency, ContactPurpose purpose, DateTimeOffset at) => new()
    {
        Id = id, ExerciseId = exercise, ReportId = report, Subject = subject, Agency = agency, Purpose = purpose, OpenedAt = at, ExpiresAt = at + Lasts,
    };

    /// <summary>Only the person who opened it reads it, and not for long.</summary>
    public bool Allows(string subject, string agency, DateTimeOffset now) => Subject == subject && Agency == agency && now >= OpenedAt && now < ExpiresAt;
}
