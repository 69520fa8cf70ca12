using Coordination.Command.Jurisdictions;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Programmes;

/// <summary>Why a programme is not accepted, and until when it is improved.</summary>
/// <param name="Findings">In words; no names of persons.</param>
/// <param name="Improve">Until when it is improved.</param>
/// <param name="Accept">Until when it is looked at again.</param>
public sealed record GiveBackProgramme([property: Items(1, 50)] IReadOnlyList<string> Findings, DateTimeOffset Improve, DateTimeOffset Accept);

/// <summary>Other dates of the stages that are to come; what is left out stays.</summary>
/// <param name="Survey">Until when the survey lasts.</param>
/// <param name="Revise">The revision.</param>
/// <param name="Improve">The improvement.</param>
/// <param name="Accept">The acceptance.</param>
public sealed record AdvanceProgramme(DateTimeOffset? Survey = null, DateTimeOffset? Revise = null, DateTimeOffset? Improve = null, DateTimeOffset? Accept = null);

/// <summary>Why a programme is not carried on.</summary>
/// <param name="Reason">In words; no names of persons.</param>
public sealed record CancelProgramme([property: Text(500)] string Reason);

/// <summary>Agencies do their shares, who runs a programme goes on to the next stage, and another body accepts it or gives it back. Each stage has its clock. Whoever runs it, or a body on duty, cancels what cannot go on.</summary>
internal static class MoveProgramme
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/programmes/{id:guid}/share", Share).WithName("shareProgramme").WithSummary("Your agency has done its share of the stage at hand.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.Integration).RequireIfMatch();
        routes.MapPost("/v1/programmes/{id:guid}/advance", Advance).WithName("advanceProgramme").WithSummary("The next stage begins, when all agencies have done their share.").RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
        routes.MapPost("/v1/programmes/{id:guid}/accept", Accept).WithName("acceptProgramme").WithSummary("Another body than the one that runs it accepts a programme.").RequireRole(Roles.Commander, Roles.Approver).RequireIfMatch();
        routes.MapPost("/v1/programmes/{id:guid}/give-back", GiveBack).WithName("giveBackProgramme").WithSummary("A programme is not accepted but improved once more, with findings.").RequireRole(Roles.Commander, Roles.Approver).RequireIfMatch();
        routes.MapPost("/v1/programmes/{id:guid}/cancel", Cancel).WithName("cancelProgramme").WithSummary("A programme is not carried on, for a reason.").RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
    }

    private static Task<Results<Ok<ProgrammeView>, ProblemHttpResult>> Share(Guid id, CommandDb db, Clocks clocks, Call call, CancellationToken ct) =>
        DecideAsync(id, db, clocks, call, p => p.Share(call.Caller.Agency, call.Now), ct);

    private static Task<Results<Ok<ProgrammeView>, ProblemHttpResult>> Advance(Guid id, AdvanceProgramme? body, CommandDb db, Clocks clocks, Call call, CancellationToken ct) =>
        DecideAsync(id, db, clocks, call, p => p.Advance(call.Caller.Agency, body, call.Now), ct);

    private static Task<Results<Ok<ProgrammeView>, ProblemHttpResult>> Accept(Guid id, CommandDb db, Clocks clocks, Call call, CancellationToken ct) =>
        DecideAsync(id, db, clocks, call, p => p.Accept(call.Caller.Agency, call.Now), ct);

    private static Task<Results<Ok<ProgrammeView>, ProblemHttpResult>> GiveBack(Guid id, GiveBackProgramme body, CommandDb db, Clocks clocks, Call call, CancellationToken ct) =>
        DecideAsync(id, db, clocks, call, p => p.GiveBack(call.Caller.Agency, body, call.Now), ct);

    private static async Task<Results<Ok<ProgrammeView>, ProblemHttpResult>> Cancel(Guid id, CancelProgramme body, CommandDb db, JurisdictionPackage package, Clocks clocks, Call call, CancellationToken ct)
    {
        var tree = await db.TreeAsync(package, call, ct);
        return await DecideAsync(id, db, clocks, call, p => p.Cancel(call.Caller.Agency, tree.May(call.Caller.Agency, AuthorityPower.KeepDuty, p.Jurisdiction), body.Reason), ct);
    }

    private static async Task<Results<Ok<ProgrammeView>, ProblemHttpResult>> DecideAsync(
        Guid id, CommandDb db, Clocks clocks, Call call, Func<Programme, Refusal?> decide, CancellationToken ct)
    {
        if (await db.Programmes.FindAsync([id], ct) is not { } programme || programme.ExerciseId != call.Exercise) return Problems.NotFound("programme", id);
        if (call.Stale(programme.Version) is { } stale) return stale.Problem();
        var before = programme.State;
        if (decide(programme) is { } refusal) return refusal.Problem();
        if (programme.State == ProgrammeState.Cancelled) await clocks.CancelAsync("programme.stage", id, ct);
        else if (programme.State != before)
        {
            await clocks.StopAsync("programme.stage", id, call.Now, ct);
            if (programme.DueAt is { } due) await clocks.StartNextAsync("programme.stage", id, id, call.Now, new ClockScope(programme.Jurisdiction), ct, due);
        }
        db.Append(id, programme.Changed(call.Caller.Agency, call.Now));
        return TypedResults.Ok(ProgrammeView.Of(programme));
    }
}
