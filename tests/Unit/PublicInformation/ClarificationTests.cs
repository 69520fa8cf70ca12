using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Clarifications;
using Coordination.PublicInformation.Statements;
using Coordination.Tests.Unit.Command;

namespace Coordination.Tests.Unit.PublicInformation;

public sealed class ClarificationTests
{
    private static readonly DateTimeOffset T0 = new(2010, 7, 28, 11, 20, 0, TimeSpan.FromHours(8));
    private static readonly Finding Traces = new("Traces of industrial compounds were found", FactSource.Laboratory, Guid.CreateVersion7(), "environment", FactBearing.Supports);
    private static readonly Finding Repair = new("The tap was cut for work on the power line", FactSource.AgencyNotice, Guid.CreateVersion7(), "water", FactBearing.Contradicts);

    private static Clarification Logged()
    {
        var (claim, refusal) = Clarification.Log(new("The water is poisoned and the tap was cut for that", T0), "county", null);
        Assert.Null(refusal);
        return claim!;
    }

    private static Clarification Checking()
    {
        var claim = Logged();
        Assert.Null(claim.Check());
        return claim;
    }

    [Fact]
    public void The_table_of_a_clarification_is_this_one() => Machine.HasTable(Clarification.Life, """
        ClaimLogged: Checking
        Checking: Confirmed PartlyConfirmed Refuted Unresolved
        Confirmed: Published
        PartlyConfirmed: Published
        Refuted: Published
        Unresolved: Published
        Published: Closed
        """);

    [Fact]
    public void Whatever_is_decided_a_clarification_keeps_to_its_table_and_denies_nothing_without_a_fact() => Machine.Keeps(
        Logged, Clarification.Life, c => c.State, c => c.Version,
        c => (c.Outcome is null or ClarificationState.Unresolved || c.Facts.Count > 0)
            && (c.Outcome != ClarificationState.Refuted || c.Facts.TrueForAll(f => f.Bearing == FactBearing.Contradicts))
            && c.PublishedAt is null == c.State < ClarificationState.Published,
        (c, _) => c.Check(),
        (c, n) => c.Conclude((ClarificationState)(n % 8), (n % 4) switch { 0 => [], 1 => [Traces], 2 => [Repair], _ => [Traces, Repair] }, "Answer", "ann"),
        (c, n) => c.Publish(n % 2 == 0 ? "ann" : "bob", T0),
        (c, _) => c.Close());

    [Fact]
    public void A_claim_that_is_right_in_part_is_partly_confirmed()
    {
        var claim = Checking();
        Assert.Null(claim.Conclude(ClarificationState.PartlyConfirmed, [Traces, Repair], "Traces were found; the cut has another cause", "ann"));
        Assert.Equal((ClarificationState.PartlyConfirmed, 2), (claim.Outcome, claim.Facts.Count));
    }

    [Fact]
    public void A_blanket_denial_cannot_be_told_while_a_linked_fact_supports_the_claim()
    {
        var claim = Checking();
        Machine.Refused(claim.Conclude(ClarificationState.Refuted, [], "All false", "ann"), "fact-required");
        Machine.Refused(claim.Conclude(ClarificationState.Refuted, [Traces, Repair], "All false", "ann"), "fact-supports");
        Machine.Refused(claim.Conclude(ClarificationState.Confirmed, [Traces, Repair], "All true", "ann"), "fact-contradicts");
        Machine.Refused(claim.Conclude(ClarificationState.PartlyConfirmed, [Traces], "Some", "ann"), "fact-required");
        Assert.Equal((ClarificationState.Checking, 2), (claim.State, claim.Version));
    }

    [Theory, InlineData(ClarificationState.ClaimLogged), InlineData(ClarificationState.Checking), InlineData(ClarificationState.Published), InlineData(ClarificationState.Closed)]
    public void A_step_is_not_an_outcome(ClarificationState outcome) => Machine.Refused(Checking().Conclude(outcome, [Traces], "Answer", "ann"), "outcome");

    [Fact]
    public void What_could_not_be_found_out_is_said_so() => Assert.Null(Checking().Conclude(ClarificationState.Unresolved, [], "We do not know yet", "ann"));

    [Fact]
    public void Nobody_publishes_their_own_answer()
    {
        var claim = Checking();
        Assert.Null(claim.Conclude(ClarificationState.Refuted, [Repair], "The cut had another cause", "ann"));
        Machine.Refused(claim.Publish("ann", T0), "approver-is-author");
        Assert.Null(claim.Publish("bob", T0));
        Assert.Null(claim.Close());
    }

    [Fact]
    public void A_claim_is_known_by_the_hour_it_was_heard_of() => Assert.Equal(new DateTimeOffset(2010, 7, 28, 3, 0, 0, TimeSpan.Zero), Logged().HeardAt);

    [Theory]
    [InlineData("He said \"the water is poisoned\"", "quotation"), InlineData("有人说“水有毒”", "quotation"), InlineData("@river_watch says the dam broke", "account")]
    [InlineData("See https://example.org/post/1", "link"), InlineData("Posted on WWW.example", "link")]
    public void A_claim_is_logged_in_the_officers_own_words(string claim, string rule) => Machine.Refused(Clarification.Log(new(claim, T0), "county", null).Item2, rule);

    [Fact]
    public void There_is_no_place_for_who_said_it_or_where()
    {
        string[] words = ["Claimant", "Platform", "Link", "Url", "Account", "Screenshot", "Quotation", "Device", "Phone", "Speaker"];
        var members = typeof(Clarification).GetProperties().Concat(typeof(LogClaim).GetProperties()).Concat(typeof(ClarificationView).GetProperties())
            .Concat(typeof(ClarificationChanged).GetProperties()).Select(p => p.Name);
        Assert.DoesNotContain(members, m => words.Any(w => m.Contains(w, StringComparison.OrdinalIgnoreCase)));
    }
}
