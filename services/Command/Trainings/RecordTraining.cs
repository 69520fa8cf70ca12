using System.ComponentModel.DataAnnotations;
using Coordination.Command.Duties;
using Coordination.Command.Reviews;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Trainings;

/// <summary>A training that your agency held. An append: it needs no version.</summary>
/// <param name="Kind">For whom.</param>
/// <param name="Topic">On what; no names of persons.</param>
/// <param name="Participants">How many took part, from 1.</param>
/// <param name="HeldAt">When.</param>
/// <param name="PlanVersions">Versions of plans that were trained.</param>
/// <param name="Answers">Actions of reviews, of kind Training, that it carries out.</param>
public sealed record RecordTraining(
    TrainingKind Kind, [property: Text(500)] string Topic, [property: Range(1, 100_000)] int Participants, [property: NotInFuture] DateTimeOffset HeldAt,
    [property: Items(0, 50)] IReadOnlyList<Guid>? PlanVersions = null, [property: Items(0, 50)] IReadOnlyList<TrainingAnswer>? Answers = null);

/// <summary>It meets the quarterly duty of its agency, and the actions of reviews that it answers are linked to it.</summary>
internal static class RecordTrainingCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/trainings", Handle).WithName("recordTraining")
        .WithSummary("Records a training that your agency held, with how many took part; it meets the quarterly duty.").RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.Integration);

    private static async Task<Results<Created<TrainingView>, ProblemHttpResult>> Handle(RecordTraining body, CommandDb db, Clocks clocks, Call call, CancellationToken ct)
    {
        var (training, refusal) = Training.Record(body, call.Exercise, call.Caller.Agency, call.Now);
        if (training is null) return refusal!.Problem();
        if (training.Answers.Count > 0 && !call.Caller.Has(Roles.Commander) && !call.Caller.Has(Roles.DutyOfficer))
            return Refusal.Forbidden("role-required", "Actions of reviews are linked by commanders and duty officers: record the training without answers.").Problem();
        for (var i = 0; i < training.PlanVersions.Count; i++)
            if (await db.PlanVersions.FindAsync([training.PlanVersions[i]], ct) is null) return Refusal.Invalid($"/planVersions/{i}", "unknown-plan-version", "There is no such version of a plan.").Problem();
        for (var i = 0; i < training.Answers.Count; i++)
            if (await AnswerAsync(training, training.Answers[i], db, call, ct) is { } no) return (no with { Pointer = $"/answers/{i}" }).Problem();
        db.Add(training);
        foreach (var duty in await db.RunningAsync(StandingDutyKind.QuarterlyTraining, call.Exercise, d => d.Agency == training.Agency, ct)) await duty.MeetAsync(db, clocks, training.HeldAt, ct);
        db.Append(training.Id, new TrainingRecorded(training.Id, training.Kind, training.Agency, training.Participants, training.PlanVersions.Count, training.HeldAt, call.Now));
        return TypedResults.Created($"/v1/trainings/{training.Id}", TrainingView.Of(training));
    }

    private static async Task<Refusal?> AnswerAsync(Training training, TrainingAnswer answer, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Reviews.FindAsync([answer.ReviewId], ct) is not { } review || review.ExerciseId != call.Exercise) return Refusal.Invalid("", "unknown-review", "There is no such review.");
        if (review.Answer(answer.Number, training.Id) is { } no) return no;
        db.Append(review.IncidentId, new LessonLinked(review.Id, review.IncidentId, answer.Number, ReviewActionKind.Training, training.Id, null, call.Now));
        db.Append(review.IncidentId, review.Changed(call.Now));
        return null;
    }
}
