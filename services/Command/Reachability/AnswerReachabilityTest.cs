using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Reachability;

/// <summary>The post answers. Nothing is told of it before the time to answer is over: whatever is written earlier says how fast it was.</summary>
internal static class AnswerReachabilityTest
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reachability-tests/{id:guid}/answer", Handle).WithName("answerReachabilityTest")
        .WithSummary("The post that was called answers.").RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Operator, Roles.Integration);

    private static async Task<Results<Ok<ReachabilityTestView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.ReachabilityTests.FindAsync([id], ct) is not { } test || test.ExerciseId != call.Exercise) return Problems.NotFound("reachability test", id);
        var due = (await clocks.FindAsync(ReachabilityTest.ClockKey, id, ct))!.DueAt;
        if (test.Answer(call.Caller.Agency, call.Now, due) is { } refusal) return refusal.Problem();
        return TypedResults.Ok(ReachabilityTestView.Of(test));
    }
}

/// <summary>The time to answer is over: whether the post did is told to it and to who called, and counted with its roster. Who calls its own post tries its bell: that is not counted.</summary>
internal sealed class OnReachabilityDue(CommandDb db, Clocks clocks) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.ReachabilityTests.FindAsync([clock.EntityId], ct) is not { } test) return;
        if (test.Miss() is not null) await clocks.StopAsync(clock.Key, test.Id, clock.DueAt, ct, clock.Occurrence);
        if (test.OpenedBy != test.Agency) (await db.DutyRosters.FindAsync([test.RosterId], ct))!.Count(test.State);
        db.Append(test.Id, test.Changed(clock.DueAt));
    }
}
