using Coordination.Platform;

namespace Coordination.Mediation.Files;

/// <summary>Why a file is opened; there is no other reason.</summary>
public enum FilePurpose
{
    /// <summary>To mediate.</summary>
    Mediation,
    /// <summary>To tell the parties something they are owed.</summary>
    Notice,
    /// <summary>To ask how an agreement is being performed.</summary>
    FollowUp,
    /// <summary>A party asks for its own file.</summary>
    PartyRequest,
    /// <summary>To answer a complaint.</summary>
    Reply,
    /// <summary>A review that the law asks for.</summary>
    Review,
}

/// <summary>One opening of a file's words: who, why and until when. The access log of personal data, and the key to it.</summary>
internal sealed class FileOpening
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    private FileOpening() { }

    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    /// <summary>The case or complaint.</summary>
    public Guid FileId { get; private set; }
    public string Subject { get; private set; } = "";
    public string Agency { get; private set; } = "";
    public FilePurpose Purpose { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }

    public static FileOpening Open(Guid file, FilePurpose purpose, string subject, string agency, Guid? exercise, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        ExerciseId = exercise,
        FileId = file,
        Subject = subject,
        Agency = agency,
        Purpose = purpose,
        OpenedAt = at,
        ExpiresAt = at + Lasts,
    };

    /// <summary>Words are read only while the reader has the file open.</summary>
    public static Refusal Closed => Refusal.Forbidden("file-closed", "Open the file for a purpose first; the opening is in its access log.");
}
