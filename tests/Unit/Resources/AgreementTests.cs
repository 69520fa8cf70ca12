using Coordination.Contracts.Events;
using Coordination.Resources.Agreements;
using Coordination.Resources.Requests;
using FsCheck;
using FsCheck.Fluent;
using static Coordination.Contracts.Events.AidAgreementState;

namespace Coordination.Tests.Unit.Resources;

public sealed class AgreementTests
{
    private static readonly DateTimeOffset T0 = new(2026, 7, 28, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_table_of_an_agreement_is_this_one_and_each_step_belongs_to_one_party()
    {
        var table = new HashSet<(AidAgreementState, AidAgreementState, bool IsProposer)>
        {
            (Proposed, InForce, false), (Proposed, Declined, false), (Proposed, Withdrawn, true), (InForce, Ended, true), (InForce, Ended, false),
        };
        foreach (var from in Enum.GetValues<AidAgreementState>())
            foreach (var to in Enum.GetValues<AidAgreementState>())
                foreach (var isProposer in (bool[])[true, false])
                {
                    var agreement = In(from, isProposer);
                    var version = agreement.Version;
                    var moved = agreement.Take(to, T0) is null;
                    Assert.Equal(table.Contains((from, to, isProposer)), moved);
                    Assert.Equal((moved ? to : from, moved ? version + 1 : version), (agreement.State, agreement.Version));
                }
    }

    [Fact]
    public void What_is_over_is_not_signed_any_more() => Assert.Equal("agreement-over", In(Proposed, isProposer: false).Take(InForce, T0.AddYears(1))!.Rule);

    [Theory]
    [InlineData("neighbour", "assault-boat", 20, 0, null)]
    [InlineData("other", "assault-boat", 20, 0, "other-agreement")]
    [InlineData("neighbour", "assault-boat", 21, 0, "not-agreed")]
    [InlineData("neighbour", "tent", 1, 0, "not-agreed")]
    [InlineData("neighbour", "assault-boat", 20, -1, "agreement-not-in-force")]
    [InlineData("neighbour", "assault-boat", 20, 365, "agreement-not-in-force")]
    public void An_ask_may_name_it_for_what_it_lends_while_it_holds(string lender, string type, int quantity, int days, string? rule) =>
        Assert.Equal(rule, In(InForce, isProposer: true).Covers(lender, type, quantity, T0.AddDays(days))?.Rule);

    [Fact]
    public void What_is_not_signed_by_both_or_stands_in_the_lender_s_book_covers_no_ask()
    {
        Assert.Equal("agreement-not-in-force", In(Proposed, isProposer: true).Covers("neighbour", "assault-boat", 1, T0)!.Rule);
        Assert.Equal("other-agreement", In(InForce, isProposer: false).Covers("neighbour", "assault-boat", 1, T0)!.Rule);
    }

    /// <summary>Both parties move as they please, and hear of each other late: once all is heard, both books say the same.</summary>
    [Fact]
    public void However_steps_cross_both_books_agree_in_the_end() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Gen.Choose(0, 99).ListOf().ToArbitrary(), commands =>
    {
        Agreement[] books = [In(Proposed, isProposer: true), In(Proposed, isProposer: false)];
        Queue<AidAgreementState>[] said = [new(), new()];
        foreach (var c in commands)
        {
            var at = c % 2;
            if (c < 60)
            {
                if (books[at].Take((AidAgreementState)(c / 2 % 5), T0) is null) said[1 - at].Enqueue(books[at].State);
            }
            else if (said[at].TryDequeue(out var heard)) books[at].Hear(books[1 - at].Agency, heard, T0);
        }
        for (var at = 0; at < 2; at++)
            while (said[at].TryDequeue(out var heard)) books[at].Hear(books[1 - at].Agency, heard, T0);
        return books[0].State == books[1].State;
    }));

    [Fact]
    public void What_a_line_lacks_is_asked_in_the_order_of_the_agreements_and_then_upward()
    {
        var line = new Line { Id = Guid.NewGuid(), Number = 1, TypeCode = "assault-boat", Quantity = 50, State = LineState.Sourcing };
        line.Asks.Add(new(Guid.NewGuid(), "asked", AskRelation.Peer, 5, T0));
        Agreement[] lenders = [Lender("asked", 30), Lender("near", 20), Lender("near", 10), Lender("far", 20)];
        Assert.Equal([("near", AskRelation.Peer, 20), ("far", AskRelation.Peer, 20), ("province", AskRelation.Up, 5)],
            EscalateLineCase.Next(line, lenders, "province", T0).Select(a => (a.ToAgency, a.Relation, a.Quantity)));
        line.Fills.Add(new(Guid.NewGuid(), "asked", FillState.Committed, 40, line.Asks[0].AskId));
        Assert.Equal([("near", AskRelation.Peer, 10)], EscalateLineCase.Next(line, lenders, null, T0).Select(a => (a.ToAgency, a.Relation, a.Quantity)));
        Assert.Equal(lenders[1].AgreementId, EscalateLineCase.Next(line, lenders, null, T0)[0].AgreementId);
    }

    [Fact]
    public void An_offer_that_ended_leaves_its_part_of_the_line_open()
    {
        var line = new Line { Id = Guid.NewGuid(), Number = 1, TypeCode = "assault-boat", Quantity = 10 };
        var ask = Guid.NewGuid();
        line.Asks.Add(new(ask, "near", AskRelation.Peer, 6, T0));
        Assert.Equal(4, line.Rest);
        line.Fills.Add(new(Guid.NewGuid(), "near", FillState.Declined, 6, ask));
        Assert.Equal(10, line.Rest);
        line.Fills.Add(new(Guid.NewGuid(), "near", FillState.Offered, 3, ask));
        Assert.Equal(7, line.Rest);
    }

    [Fact]
    public void Nobody_signs_declines_or_withdraws_for_the_other_party()
    {
        foreach (var forged in (AidAgreementState[])[InForce, Declined, Ended])
        {
            var agreement = In(Proposed, isProposer: false);
            agreement.Hear("city", forged, T0);
            Assert.Equal(Proposed, agreement.State);
        }
        var own = In(Proposed, isProposer: true);
        own.Hear("neighbour", Withdrawn, T0);
        own.Hear("stranger", InForce, T0);
        own.Hear("city", InForce, T0);
        Assert.Equal(Proposed, own.State);
    }

    [Theory]
    [InlineData("assault-boat", 20, 0, true)]
    [InlineData("assault-boat", 21, 0, false)]
    [InlineData("tent", 1, 0, false)]
    [InlineData("assault-boat", 1, -1, false)]
    [InlineData("assault-boat", 1, 365, false)]
    public void A_term_stands_on_a_fill_only_for_what_is_lent_while_it_holds(string type, int quantity, int days, bool lends) =>
        Assert.Equal(lends, In(InForce, isProposer: false).Lends("neighbour", "city", type, quantity, T0.AddDays(days)) is not null);

    [Fact]
    public void No_more_is_asked_than_was_approved() => Assert.Equal(10, new Line { Quantity = 40, Approved = 10 }.Rest);

    private static Coordination.Platform.Refusal? HearWithdrawn(Agreement agreement)
    {
        agreement.Hear("city", Withdrawn, T0);
        return null;
    }

    private static Agreement Lender(string agency, int quantity)
    {
        var agreement = Agreement.Open(new(Guid.CreateVersion7(), agency, "city", agency, Proposed, 1, [new("assault-boat", quantity, null, null)], T0, T0.AddYears(1), T0), "city", null);
        Assert.Null(agreement.Take(InForce, T0));
        return agreement;
    }

    /// <summary>The city's book where it proposed, the neighbour's where it did not; the neighbour lends.</summary>
    private static Agreement In(AidAgreementState state, bool isProposer)
    {
        var agreement = Agreement.Open(new(Guid.CreateVersion7(), "neighbour", "city", "city", Proposed, 1, [new("assault-boat", 20, 20_000, "CNY")], T0, T0.AddDays(365), T0),
            isProposer ? "city" : "neighbour", null);
        if (state is Declined or InForce or Ended && isProposer) agreement.Hear("neighbour", state == Ended ? InForce : state, T0);
        else if (state != Proposed) Assert.Null(state == Withdrawn && !isProposer ? HearWithdrawn(agreement) : agreement.Take(state == Ended ? InForce : state, T0));
        if (state == Ended) Assert.Null(agreement.Take(Ended, T0));
        Assert.Equal(state, agreement.State);
        return agreement;
    }
}
