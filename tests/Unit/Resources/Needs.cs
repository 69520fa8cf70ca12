using Coordination.Contracts.Events;
using Coordination.Resources.Requests;

namespace Coordination.Tests.Unit.Resources;

/// <summary>Requests to test with.</summary>
internal static class Needs
{
    public static readonly DateTimeOffset T0 = new(2026, 7, 28, 1, 0, 0, TimeSpan.Zero);

    public static Line Line(int number = 1, int quantity = 40, LineState state = LineState.Draft) => new()
    {
        Id = Guid.CreateVersion7(), Number = number, TypeCode = "assault-boat", UnitOfMeasure = "boat", Quantity = quantity, NeedBy = T0.AddHours(6),
        Mission = MissionKind.Evacuation, State = state,
    };

    public static Request Draft(params Line[] lines) =>
        Request.Draft(Guid.CreateVersion7(), null, "city", Guid.CreateVersion7(), ResponseGrade.II, lines.Length == 0 ? [Line()] : lines, null, T0);

    public static Request Submitted(params Line[] lines)
    {
        var request = Draft(lines);
        Assert.Null(request.Submit(T0));
        return request;
    }

    public static Request Approved(int quantity = 40)
    {
        var request = Submitted();
        Assert.Null(request.Approve(1, quantity));
        return request;
    }

    public static AskMade Ask(string to = "neighbour", AskRelation relation = AskRelation.Peer, int quantity = 18) => new(Guid.CreateVersion7(), to, relation, quantity, T0);

    public static FillTally Tally(FillState state, int quantity, Guid? id = null) => new(id ?? Guid.CreateVersion7(), "neighbour", state, quantity);

    public static void Count(this Request request, FillState state, int quantity, Guid? id = null) => request.Count(request.Lines[0].Id, Tally(state, quantity, id));
}
