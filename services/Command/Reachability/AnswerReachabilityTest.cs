using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Reachability;

/// <summary>The post answers: it is counted with its roster. Nothing that is told says how fast: clock and event are dated when it was due.</summary>
internal static class AnswerReachabilityTest
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reachability-tests/{id:guid}/answer", Handle).WithName("answerReachabilityTest")
        .WithSummary("The post that was called answers.").RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Operator, Roles.Integration);

    private static async Task<Results<Ok<ReachabilityTestView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.ReachabilityTests.FindAsync([id], ct) is not { } test || test.ExerciseId != call.Exercise) return Problems.NotFound("reachability test", id);
        var due = (await clocks.FindAsync(ReachabilityTest.ClockKey, id, ct))!.DueAt;
        if (test.Answer(call.Caller.Agency, call.Now, due) is { } refusal) return refusal.Problem();
        await CountAsync(test, db, ct);
        await clocks.StopAsync(ReachabilityTest.ClockKey, id, due, ct);
        db.Append(id, test.Changed(due));
        return TypedResults.Ok(ReachabilityTestView.Of(test));
    }

    /// <summary>Who calls its own post tries its bell: that is not counted.</summary>
    internal static async Task CountAsync(ReachabilityTest test, CommandDb db, CancellationToken ct)
    {
        if (test.OpenedBy != test.Agency) (await db.DutyRosters.FindAsync([test.RosterId], ct))!.Count(test.State);
    }
}

/// <summary>Nobody answered in time: that is counted too, and all who read the roster see it.</summary>
internal sealed class OnReachabilityUnanswered(CommandDb db) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.ReachabilityTests.FindAsync([clock.EntityId], ct) is not { } test || test.Miss() is not null) return;
        await AnswerReachabilityTest.CountAsync(test, db, ct);
        db.Append(test.Id, test.Changed(clock.DueAt));
    }
}
