using Coordination.Contracts.Events;
using Coordination.Resources.Fills;
using FsCheck;
using FsCheck.Fluent;
using static Coordination.Tests.Unit.Resources.Fills;

namespace Coordination.Tests.Unit.Resources;

/// <summary>The two parties keep a book each and hear of each other in order, but late.</summary>
public sealed class TwoBooksTests
{
    private sealed class Pair
    {
        private readonly Queue<FillMoved> toSupplier = new();
        private readonly Queue<FillMoved> toRequester = new();

        public Pair() => (Requester, Supplier) = Books();

        public Fill Requester { get; }
        public Fill Supplier { get; }

        public bool Do(FillStep step, int minute)
        {
            var book = FillRules.Of(step).Mover == FillSide.Requester ? Requester : Supplier;
            var move = Step(step, minute);
            if (book.Take(move) is not null) return false;
            (book.Side == FillSide.Requester ? toSupplier : toRequester).Enqueue(Moved(book, move, false));
            return true;
        }

        public bool Deliver(FillSide to)
        {
            if (!(to == FillSide.Supplier ? toSupplier : toRequester).TryDequeue(out var e)) return false;
            if (to == FillSide.Requester) Requester.HearSupplier(FillMove.Of(e), e.State, e.Asks, e.Answers, e.IsCorrection);
            else if (Supplier.HearRequester(Supplier.Heard(e), e.State, e.Asks))
                toRequester.Enqueue(Moved(Supplier, new(e.Step, FillSide.Supplier, e.OccurredAt, Supplier.Quantity), true));
            return true;
        }

        public void Drain()
        {
            while (Deliver(FillSide.Supplier) || Deliver(FillSide.Requester)) { }
        }

        private static FillMoved Moved(Fill f, FillMove m, bool isCorrection) => new(
            f.FillId, f.RequestId, f.LineId, null, f.RequesterAgency, f.SupplierAgency, m.Step, m.By, FillRules.Of(m.Step).Message, m.MessageId, f.State,
            f.Asks, f.Answers, m.Step == FillStep.Counter && !isCorrection ? m.Quantity!.Value : f.Quantity, m.At, m.Eta, m.Until, m.AmountMinor, m.Currency, m.Reason, null, isCorrection);
    }

    [Fact]
    public void A_cancel_that_crosses_the_departure_becomes_a_release_in_both_books()
    {
        var pair = Ready(FillState.Mobilizing);
        Assert.True(pair.Do(FillStep.Depart, 10));
        Assert.True(pair.Do(FillStep.Cancel, 10));
        Assert.Equal(FillState.Recalled, pair.Requester.State);
        pair.Drain();
        Assert.Equal(FillState.ReleasePending, pair.Supplier.State);
        Assert.Equal(FillState.ReleasePending, pair.Requester.State);
    }

    /// <summary>Seen to arrive at minute 10, reported to have left at minute 12, and each said before the other was heard.</summary>
    [Fact]
    public void An_arrival_that_crosses_the_departure_is_taken_at_the_departure_and_stands_in_both_books()
    {
        var pair = Ready(FillState.Mobilizing);
        Assert.True(pair.Do(FillStep.CheckIn, 10));
        Assert.True(pair.Do(FillStep.Depart, 12));
        pair.Drain();
        Assert.Equal((FillState.Staged, FillState.Staged), (pair.Requester.State, pair.Supplier.State));
        Assert.Equal((T0.AddMinutes(12), T0.AddMinutes(12)), (pair.Supplier.DepartedAt, pair.Supplier.ArrivedAt));
        Assert.DoesNotContain(pair.Supplier.Trail, t => t.IsConflict);
    }

    [Fact]
    public void A_choice_that_crosses_the_end_of_the_lease_is_corrected()
    {
        var pair = new Pair();
        Assert.True(pair.Do(FillStep.Lapse, 30));
        Assert.True(pair.Do(FillStep.Select, 30));
        pair.Drain();
        Assert.Equal(FillState.Lapsed, pair.Supplier.State);
        Assert.Equal(FillState.Lapsed, pair.Requester.State);
    }

    [Fact]
    public void A_release_and_a_return_asked_at_once_end_in_one_state()
    {
        var pair = Ready(FillState.Assigned);
        Assert.True(pair.Do(FillStep.AskReturn, 60));
        Assert.True(pair.Do(FillStep.Release, 60));
        pair.Drain();
        Assert.Equal(pair.Supplier.State, pair.Requester.State);
    }

    /// <summary>Invariants: both books agree once all is heard; a book's version grows by one with every step taken; a refused step changes nothing.</summary>
    [Fact]
    public void However_the_parties_act_and_whenever_they_hear_of_it_both_books_agree_in_the_end()
    {
        var commands = Gen.Choose(0, 9999).ListOf();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(80), Prop.ForAll(commands.ToArbitrary(), list =>
        {
            var pair = new Pair();
            foreach (var (command, minute) in list.Select((c, i) => (c, i)))
            {
                if (command % 3 == 0)
                {
                    pair.Deliver(command % 2 == 0 ? FillSide.Supplier : FillSide.Requester);
                    continue;
                }
                var step = Choose(pair, command);
                var book = FillRules.Of(step).Mover == FillSide.Requester ? pair.Requester : pair.Supplier;
                var (version, picture, state) = (book.Version, Picture(book), book.State);
                var taken = pair.Do(step, minute % 25);
                if (taken ? book.Version != version + 1 : !picture.Equals(Picture(book))) return false;
                if (book.State != state && !FillRules.Life.Allows(state, book.State)) return false;
            }
            pair.Drain();
            return pair.Requester.State == pair.Supplier.State && pair.Requester.Quantity == pair.Supplier.Quantity
                && pair.Requester.Asks == pair.Supplier.Asks && pair.Requester.Answers == pair.Supplier.Answers;
        }));
    }

    /// <summary>Mostly a step that its mover's book allows, so that fills get far; now and then any step.</summary>
    private static FillStep Choose(Pair pair, int command)
    {
        var all = Enum.GetValues<FillStep>();
        var side = command / 3 % 2 == 0 ? FillSide.Requester : FillSide.Supplier;
        var state = (side == FillSide.Requester ? pair.Requester : pair.Supplier).State;
        var legal = all.Where(s => FillRules.Of(s).Mover == side && FillRules.Allows(s, state) && s is not (FillStep.Withdraw or FillStep.Lapse or FillStep.Reject)).ToList();
        return legal.Count == 0 || command % 7 == 0 ? all[command / 6 % all.Length] : legal[command / 6 % legal.Count];
    }

    private static Pair Ready(FillState state)
    {
        var pair = new Pair();
        foreach (var step in Way(state))
        {
            Assert.True(pair.Do(step, 5));
            pair.Drain();
        }
        return pair;
    }
}
