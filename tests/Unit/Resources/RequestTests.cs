using Coordination.Contracts.Events;
using Coordination.Resources.Fills;
using Coordination.Resources.Requests;
using FsCheck;
using FsCheck.Fluent;
using static Coordination.Contracts.Events.LineState;
using static Coordination.Tests.Unit.Resources.Needs;

namespace Coordination.Tests.Unit.Resources;

public sealed class RequestTests
{
    /// <summary>peers.md part 3, LINE; the ways back among the last are what fills that end bring about.</summary>
    private static readonly Dictionary<LineState, LineState[]> Table = new()
    {
        [LineState.Draft] = [LineState.Submitted, Cancelled],
        [LineState.Submitted] = [Returned, LineState.Approved, Denied, Cancelled, Expired],
        [Returned] = [LineState.Submitted, Cancelled, Expired],
        [LineState.Approved] = [Sourcing, Unfilled, Cancelled, Expired],
        [Sourcing] = [PartiallyFilled, Filled, Unfilled, Cancelled, Expired],
        [PartiallyFilled] = [Sourcing, Filled, Unfilled, Cancelled, Expired],
        [Filled] = [Sourcing, PartiallyFilled, Closed, Cancelled],
        [Unfilled] = [Closed],
        [Expired] = [Closed, Cancelled],
    };

    [Fact]
    public void The_table_of_a_line_is_this_one_and_nothing_else_moves_it()
    {
        foreach (var from in Enum.GetValues<LineState>())
            foreach (var to in Enum.GetValues<LineState>())
            {
                var line = Line(state: from);
                var allowed = Table.TryGetValue(from, out var next) && next.Contains(to);
                Assert.Equal(allowed, line.Move(to) is null);
                Assert.Equal(allowed ? to : from, line.State);
            }
    }

    [Theory]
    [InlineData(false, 0, LineState.Approved)]
    [InlineData(true, 0, Sourcing)]
    [InlineData(true, 22, PartiallyFilled)]
    [InlineData(true, 40, Filled)]
    [InlineData(true, 41, Filled)]
    public void From_sourcing_on_a_line_follows_from_its_fills(bool isSourced, int committed, LineState state) =>
        Assert.Equal(state, Coordination.Resources.Requests.Line.Derived(isSourced, committed, 40));

    [Fact]
    public void A_line_is_filled_by_what_is_committed_and_falls_back_when_that_ends()
    {
        var request = Approved();
        Assert.Null(request.Ask(1, Ask()));
        Assert.Equal(Sourcing, request.Lines[0].State);
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        request.Count(FillState.Ordered, 22, first);
        Assert.Equal(Sourcing, request.Lines[0].State);
        request.Count(FillState.Committed, 22, first);
        Assert.Equal(PartiallyFilled, request.Lines[0].State);
        request.Count(FillState.Committed, 18, second);
        Assert.Equal(Filled, request.Lines[0].State);
        request.Count(FillState.Recalled, 18, second);
        Assert.Equal(PartiallyFilled, request.Lines[0].State);
        request.Count(FillState.Recalled, 22, first);
        Assert.Equal(Sourcing, request.Lines[0].State);
    }

    [Fact]
    public void A_line_is_met_when_all_of_it_is_committed_in_time_or_late()
    {
        foreach (var state in Enum.GetValues<LineState>())
        {
            var line = Line(state: state);
            line.Fills.Add(Tally(FillState.Committed, 39));
            Assert.Equal(state == Filled, line.IsMet);
            line.Fills.Add(Tally(FillState.Committed, 1));
            Assert.Equal(state is Filled or Expired, line.IsMet);
        }
    }

    [Fact]
    public void A_returned_line_is_revised_and_submitted_again()
    {
        var request = Submitted();
        Assert.Equal("line-fixed", request.Revise(1, 20, T0.AddHours(8), T0)!.Rule);
        Assert.Null(request.Return(1));
        Assert.Equal("in-past", request.Revise(1, 20, T0, T0)!.Rule);
        Assert.Null(request.Revise(1, 20, T0.AddHours(8), T0));
        Assert.Null(request.Submit(T0));
        Assert.Equal(20, request.Lines[0].Quantity);
        Assert.Equal("illegal-transition", request.Submit(T0)!.Rule);
    }

    [Fact]
    public void Nothing_is_submitted_that_was_needed_before_now() => Assert.Equal("in-past", Draft().Submit(T0.AddHours(7))!.Rule);

    [Theory]
    [InlineData(0)]
    [InlineData(41)]
    public void What_is_approved_is_at_least_one_and_at_most_what_is_asked(int quantity) =>
        Assert.Equal("more-than-asked", Submitted().Approve(1, quantity)!.Rule);

    [Fact]
    public void Suppliers_are_asked_only_for_an_approved_line_and_for_no_more_than_it_needs()
    {
        Assert.Equal("illegal-transition", Submitted().Ask(1, Ask())!.Rule);
        Assert.Equal("more-than-needed", Approved().Ask(1, Ask(quantity: 41))!.Rule);
        Assert.Equal("relation", Approved().Ask(1, Ask("city"))!.Rule);
        Assert.Equal("relation", Approved().Ask(1, Ask("neighbour", AskRelation.Own))!.Rule);
        Assert.Equal("not-found", Approved().Ask(2, Ask())!.Rule);
    }

    [Fact]
    public void Who_stays_silent_is_waited_for_no_longer_and_may_answer_all_the_same()
    {
        var request = Approved();
        var (ask, line) = (Ask(quantity: 40), request.Lines[0]);
        request.Ask(1, ask);
        Assert.Equal(0, line.Rest);
        Assert.True(request.GoSilent(ask.AskId, T0.AddMinutes(30)));
        Assert.Equal((40, Sourcing, T0.AddMinutes(30)), (line.Rest, line.State, line.Asks[0].SilentAt));
        Assert.False(request.GoSilent(ask.AskId, T0.AddMinutes(40)));
        var fill = Tally(FillState.Offered, 30) with { AskId = ask.AskId };
        request.Count(line.Id, fill);
        Assert.Equal(10, line.Rest);
        // Who answered is not silent, whatever became of the answer.
        request.Count(line.Id, fill with { State = FillState.Declined });
        Assert.False(request.GoSilent(ask.AskId, T0.AddMinutes(50)));
        Assert.Equal(40, line.Rest);
    }

    [Fact]
    public void A_line_that_expired_takes_asks_for_what_it_lacks_if_it_was_ever_approved()
    {
        var request = Approved();
        request.Ask(1, Ask(quantity: 40));
        Assert.Null(request.Expire(1, T0.AddHours(6)));
        Assert.Equal((40, T0.AddHours(6)), (request.Lines[0].Rest, request.Lines[0].Asks[0].SilentAt));
        Assert.Null(request.Ask(1, Ask("province", AskRelation.Up, 40) with { AskedAt = T0.AddHours(6) }));
        Assert.Equal((0, Expired), (request.Lines[0].Rest, request.Lines[0].State));
        Assert.Equal("over-commit", request.Fits(request.Lines[0].Id, Guid.NewGuid(), 41)!.Rule);
        var never = Submitted();
        never.Expire(1, T0.AddHours(6));
        Assert.Equal("illegal-transition", never.Ask(1, Ask())!.Rule);
        Assert.Null(request.Close() is { Rule: "illegal-transition" } odd ? odd : null);
        Assert.Equal("illegal-transition", request.Ask(1, Ask())!.Rule);
    }

    /// <summary>An older replica lets a line expire, or writes it back, without a word of who stayed silent.</summary>
    [Fact]
    public void A_line_that_expired_waits_for_nobody_who_was_asked_before_whatever_is_kept_of_that()
    {
        var line = Line(state: Expired);
        line.Approved = 40;
        line.Asks.Add(Ask(quantity: 40));
        Assert.Equal((40, null), (line.Rest, line.Asks[0].SilentAt));
        line.Asks.Add(Ask("province", AskRelation.Up, 40) with { AskedAt = line.NeedBy });
        Assert.Equal(0, line.Rest);
        // Before it expires the first is waited for.
        line.State = Sourcing;
        line.Asks.RemoveAt(1);
        Assert.Equal(0, line.Rest);
    }

    /// <summary>However asks, answers, silence and the need-by time fall: what is promised and waited for and what is lacking make up what was approved, and a shortage finds the next.</summary>
    [Fact]
    public void No_silence_holds_a_shortage_up() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(40), Prop.ForAll(Gen.Choose(0, 99_999).ListOf().ToArbitrary(), commands =>
    {
        var request = Approved();
        var line = request.Lines[0];
        foreach (var c in commands)
        {
            var ask = line.Asks.Count > 0 ? line.Asks[c / 10 % line.Asks.Count] : null;
            switch (c % 5)
            {
                case 0 when line.TakesAsks:
                    foreach (var next in EscalateLineCase.Next(line, [], $"agency-{c}", line.State == Expired ? line.NeedBy : T0)) if (request.Ask(1, next) is not null) return false;
                    // Whatever was lacking is now asked of somebody.
                    if (line.Rest != 0) return false;
                    break;
                case 1 when ask is not null: request.GoSilent(ask.AskId, T0.AddMinutes(c)); break;
                case 2 when ask is not null:
                    var state = Enum.GetValues<FillState>()[c / 200 % 24];
                    var quantity = 1 + (c / 5000);
                    if (FillRules.IsDead(state) || request.Fits(line.Id, ask.AskId, quantity) is null) request.Count(line.Id, new(ask.AskId, ask.ToAgency, state, quantity, ask.AskId));
                    break;
                case 3 when c % 7 == 0: request.Expire(1, T0.AddHours(6)); break;
            }
            var living = line.Fills.Where(f => !FillRules.IsDead(f.State)).Sum(f => f.Quantity);
            var awaited = line.Asks.Where(a => a.SilentAt is null && !line.Fills.Exists(f => f.AskId == a.AskId)).Sum(a => a.Quantity);
            if (line.Rest != Math.Max(0, 40 - living - awaited) || line.Committed > 40) return false;
        }
        return true;
    }));

    [Fact]
    public void No_more_is_ordered_than_needed_unless_someone_signs_for_it()
    {
        var request = Approved();
        request.Ask(1, Ask());
        request.Count(FillState.Ordered, 30);
        var line = request.Lines[0].Id;
        Assert.Null(request.Fits(line, Guid.NewGuid(), 10));
        Assert.Equal("over-commit", request.Fits(line, Guid.NewGuid(), 11)!.Rule);
        Assert.Null(request.SignOverCommit(1, OverCommitReason.ExpectedLosses));
        Assert.Null(request.Fits(line, Guid.NewGuid(), 11));
        Assert.Equal("already-signed", request.SignOverCommit(1, OverCommitReason.Relief)!.Rule);
        Assert.Equal("no-such-line", request.Fits(Guid.NewGuid(), Guid.NewGuid(), 1)!.Rule);
    }

    [Fact]
    public void A_line_is_not_called_off_once_all_of_it_is_deployed()
    {
        var request = Approved();
        request.Ask(1, Ask());
        var id = Guid.NewGuid();
        request.Count(FillState.Mobilizing, 40, id);
        request.Count(FillState.EnRoute, 40, id);
        Assert.Equal("all-deployed", request.Cancel(1)!.Rule);
        request.Count(FillState.EnRoute, 20, id);
        Assert.Null(request.Cancel(1));
    }

    /// <summary>It takes asks, so they must be taken back when help is needed no longer.</summary>
    [Fact]
    public void A_line_that_expired_is_called_off_like_any_other_until_all_of_it_is_deployed()
    {
        var (asked, deployed) = (Approved(), Approved());
        foreach (var request in (Request[])[asked, deployed])
        {
            Assert.Null(request.Expire(1, T0.AddHours(6)));
            Assert.Null(request.Ask(1, Ask("province", AskRelation.Up, 40) with { AskedAt = T0.AddHours(6) }));
        }
        Assert.Null(asked.Cancel(1));
        Assert.Equal((Cancelled, "illegal-transition"), (asked.Lines[0].State, asked.Ask(1, Ask())!.Rule));
        deployed.Count(FillState.EnRoute, 40);
        Assert.Equal("all-deployed", deployed.Cancel(1)!.Rule);
    }

    [Fact]
    public void A_request_is_closed_once_everything_is_home()
    {
        var request = Approved();
        Assert.Equal("illegal-transition", request.Close()!.Rule);
        request.Ask(1, Ask());
        var id = Guid.NewGuid();
        request.Count(FillState.Assigned, 40, id);
        Assert.Equal("fills-outstanding", request.Close()!.Rule);
        request.Count(FillState.Returned, 40, id);
        Assert.Null(request.Close());
        Assert.Equal([NeedState.Closed], NeedViews.Of(request.Lines));
    }

    /// <summary>Invariants: a version grows by one with every change and only then; the state of an open line is the one its fills give.</summary>
    [Fact]
    public void However_a_request_is_handled_its_version_and_its_states_stay_true()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(60), Prop.ForAll(Gen.Choose(0, 99_999).ListOf().ToArbitrary(), commands =>
        {
            var request = Draft(Line(1), Line(2));
            foreach (var c in commands)
            {
                var (version, before) = (request.Version, string.Join(',', request.Lines.Select(l => l.State)));
                var number = 1 + (c / 100 % 2);
                var refusal = (c % 12) switch
                {
                    0 => request.Submit(T0),
                    1 => request.Return(number),
                    2 => request.Approve(number, 1 + (c / 200 % 40)),
                    3 => request.Deny(number),
                    4 => request.Ask(number, Ask(quantity: 1 + (c / 200 % 40))),
                    5 => request.GiveUp(number),
                    6 when c % 5 == 0 => request.Cancel(number),
                    7 when c % 5 == 0 => request.Expire(number, T0),
                    8 => request.Close(),
                    9 => request.Revise(number, 40, T0.AddHours(9), T0),
                    _ => null,
                };
                if (c % 12 > 9)
                {
                    var fill = Tally(Enum.GetValues<FillState>()[c / 200 % 24], 1 + (c / 5000), new Guid(c / 200 % 7, 0, 0, new byte[8]));
                    if (request.Count(request.Lines[number - 1].Id, fill) != (request.Version == version + 1)) return false;
                }
                else if (refusal is not null && (request.Version != version || before != string.Join(',', request.Lines.Select(l => l.State)))) return false;
                if (request.Version > version + 1) return false;
                if (request.Lines.Exists(l => l.IsOpen && l.State != Coordination.Resources.Requests.Line.Derived(l.Asks.Count + l.Fills.Count > 0, l.Committed, l.Quantity))) return false;
            }
            return true;
        }));
    }
}
