using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Trainings;

/// <summary>A training that was held.</summary>
public sealed record TrainingView(
    Guid Id, TrainingKind Kind, string Agency, string Topic, int Participants, IReadOnlyList<Guid> PlanVersions, IReadOnlyList<TrainingAnswer> Answers, DateTimeOffset HeldAt,
    DateTimeOffset RecordedAt, bool IsExercise)
{
    internal static TrainingView Of(Training t) => new(t.Id, t.Kind, t.Agency, t.Topic, t.Participants, t.PlanVersions, t.Answers, t.HeldAt, t.RecordedAt, t.ExerciseId is not null);
}

/// <summary>Trainings are read by all, as drills are.</summary>
internal static class ReadTrainings
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/trainings", List).WithName("listTrainings").WithSummary("Trainings that agencies held, oldest first; of one agency if named.").RequireRole(Readers.All);
        routes.MapGet("/v1/trainings/{id:guid}", Read).WithName("readTraining").WithSummary("One training that was held.").RequireRole(Readers.All);
    }

    private static async Task<Ok<Page<TrainingView>>> List(string? agency, Paging page, CommandDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.Trainings.AsNoTracking().Where(t => t.ExerciseId == call.Exercise && (agency == null || t.Agency == agency)).ToPageAsync(page, t => t.Id, TrainingView.Of, ct));

    private static async Task<Results<Ok<TrainingView>, ProblemHttpResult>> Read(Guid id, CommandDb db, CancellationToken ct) =>
        await db.Trainings.FindAsync([id], ct) is { } training ? TypedResults.Ok(TrainingView.Of(training)) : Problems.NotFound("training", id);
}
