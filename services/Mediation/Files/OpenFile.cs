using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Files;

/// <summary>Why the file of a case or complaint is opened.</summary>
/// <param name="Purpose">Why.</param>
public sealed record OpenFile(FilePurpose Purpose);

/// <summary>An opening of a file.</summary>
/// <param name="Id">The opening.</param>
/// <param name="FileId">The case or complaint.</param>
/// <param name="Subject">Who opened it.</param>
/// <param name="Purpose">Why.</param>
/// <param name="OpenedAt">Since when.</param>
/// <param name="ExpiresAt">Until when it is open to them.</param>
public sealed record FileOpeningView(Guid Id, Guid FileId, string Subject, FilePurpose Purpose, DateTimeOffset OpenedAt, DateTimeOffset ExpiresAt)
{
    internal static FileOpeningView Of(FileOpening a) => new(a.Id, a.FileId, a.Subject, a.Purpose, a.OpenedAt, a.ExpiresAt);
}

internal static class OpenFileSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-files/{id:guid}/open", Handle)
        .WithName("openFile").WithSummary("Opens the words of a case or complaint to you for half an hour; the opening is logged.").RequireRole(Roles.Mediator);

    private static async Task<Results<Created<FileOpeningView>, ProblemHttpResult>> Handle(Guid id, OpenFile body, MediationDb db, Call call, CancellationToken ct)
    {
        if (!await db.HasFileAsync(id, call, ct)) return Problems.NotFound("file", id);
        var access = FileOpening.Open(id, body.Purpose, call.Caller.Subject, call.Caller.Agency, call.Exercise, call.Now);
        db.Add(access);
        return TypedResults.Created($"/v1/mediation-files/{id}/openings", FileOpeningView.Of(access));
    }
}

/// <summary>What is open to whom.</summary>
internal static class OpenFiles
{
    public static async Task<bool> HasFileAsync(this MediationDb db, Guid id, Call call, CancellationToken ct) =>
        await db.CaseAsync(id, call, ct) is not null || (await db.Complaints.FindAsync([id], ct) is { } complaint && complaint.Agency == call.Caller.Agency);

    public static Task<bool> IsOpenAsync(this MediationDb db, Guid file, Call call, CancellationToken ct)
    {
        var (subject, agency, now) = (call.Caller.Subject, call.Caller.Agency, call.Now);
        return db.FileOpenings.AnyAsync(a => a.FileId == file && a.Subject == subject && a.Agency == agency && a.OpenedAt <= now && a.ExpiresAt > now, ct);
    }

    /// <summary>The words, or null once they are destroyed.</summary>
    public static string? Words(this ISecretBox box, byte[] words) => words.Length == 0 ? null : box.Open(words);
}
