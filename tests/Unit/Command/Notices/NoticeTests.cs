using Coordination.Command.Notices;
using Coordination.Contracts.Events;

namespace Coordination.Tests.Unit.Command.Notices;

public sealed class NoticeTests
{
    internal static readonly DateTimeOffset T0 = new(2010, 7, 28, 10, 0, 0, TimeSpan.Zero);

    internal static NoticeText Says(string text, NoticePurpose purpose = NoticePurpose.Action, int minutes = 0) => new(purpose, text, "county", T0.AddMinutes(minutes));

    internal static Notice Issued(params string[] agencies)
    {
        var (notice, refusal) = Notice.Issue(Guid.CreateVersion7(), null, Says("Drums in the river"), agencies is [] ? ["downstream", "water"] : agencies);
        Assert.Null(refusal);
        return notice!;
    }

    [Fact]
    public void The_table_of_a_notice_is_this_one() => Machine.HasTable(Notice.Life, """
        Issued: Corrected Withdrawn
        Corrected: Corrected Withdrawn
        """);

    [Fact]
    public void Whatever_is_said_a_notice_keeps_to_its_table_and_loses_no_text()
    {
        string[] bodies = ["downstream", "province", "county"];
        Machine.Keeps(() => Issued(), Notice.Life, n => n.State, n => n.Version,
            n => n.Revision == n.Texts.Count && n.Texts[0].Text == "Drums in the river" && (n.State == NoticeState.Issued) == (n.Revision == 1)
                && n.Agencies.TrueForAll(a => Addressed.Has(n.Audience, a)),
            (n, k) => n.Correct(Says($"{k % 4} drums", (NoticePurpose)(k % 2), k % 60)),
            (n, k) => k % 9 == 0 ? n.Withdraw("It was foam", "county", T0) : null,
            (n, k) => { n.ShowTo(bodies[k % 3]); return null; });
    }

    [Fact]
    public void A_notice_has_at_most_a_hundred_texts_and_can_be_withdrawn_then()
    {
        var notice = Issued();
        for (var n = 1; n < 100; n++) Assert.Null(notice.Correct(Says($"{n} drums")));
        Machine.Refused(notice.Correct(Says("100 drums")), "too-many-texts");
        Assert.Null(notice.Withdraw("It was foam", "county", T0));
    }

    [Fact]
    public void A_notice_goes_to_others_and_to_each_once()
    {
        Machine.Refused(Notice.Issue(Guid.Empty, null, Says("Drums"), []).Item2, "required");
        Machine.Refused(Notice.Issue(Guid.Empty, null, Says("Drums"), ["county", "water"]).Item2, "own-agency");
        Assert.Equal(["water", "downstream"], Issued("water", "downstream", "water").Agencies);
    }

    [Fact]
    public void A_correction_says_something_else_and_the_text_before_stays()
    {
        var notice = Issued();
        Machine.Refused(notice.Correct(Says("Drums in the river", minutes: 5)), "same-text");
        Assert.Null(notice.Correct(Says("1,000 drums in the river", minutes: 5)));
        Assert.Null(notice.Correct(Says("1,000 drums in the river", NoticePurpose.Information, 9)));
        Assert.Equal((NoticeState.Corrected, 3, NoticePurpose.Information), (notice.State, notice.Revision, notice.Newest.Purpose));
        Assert.Equal(["Drums in the river", "1,000 drums in the river", "1,000 drums in the river"], notice.Texts.Select(t => t.Text));
    }

    [Fact]
    public void What_was_withdrawn_says_why_and_nothing_more()
    {
        var notice = Issued();
        Assert.Null(notice.Withdraw("It was foam", "county", T0.AddMinutes(7)));
        Assert.Equal((NoticeState.Withdrawn, 2, "It was foam"), (notice.State, notice.Revision, notice.Newest.Text));
        Machine.Refused(notice.Correct(Says("Drums after all")), "illegal-transition");
        Machine.Refused(notice.Withdraw("Again", "county", T0), "illegal-transition");
        Assert.Equal(2, notice.Version);
    }

    [Fact]
    public void A_name_that_is_part_of_another_is_not_in_the_audience()
    {
        var notice = Issued("water-2");
        Assert.False(Addressed.Has(notice.Audience, "water"));
        Assert.False(Addressed.Has(notice.Audience, ""));
        notice.ShowTo("water");
        Assert.True(Addressed.Has(notice.Audience, "water"));
    }
}
