using Coordination.Command.Reviews;
using Coordination.Command.Reviews.Record;
using Coordination.Command.Situation;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Tests.Unit.Command.Incidents;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Command.Reviews;

/// <summary>The draft that a review makes of itself.</summary>
public sealed class ReviewPagesTests
{
    private static readonly DateTimeOffset T0 = IncidentTests.T0;
    private static readonly JurisdictionPackage Package = PackageReader.Read("cn-default");

    [Theory]
    [InlineData(ReviewForm.Review, true)]
    [InlineData(ReviewForm.Review, false)]
    [InlineData(ReviewForm.Ics209, true)]
    [InlineData(ReviewForm.Ics209, false)]
    [InlineData(ReviewForm.Ics214, true)]
    [InlineData(ReviewForm.Ics214, false)]
    public void Every_shape_says_what_happened_and_when_in_the_readers_language(ReviewForm form, bool isChinese)
    {
        var page = Page(form, "Songhua", isChinese, new MarkdownWriter());
        Assert.Contains(isChinese ? "事件立案" : "command.incident-opened.v1", page, StringComparison.Ordinal);
        if (!isChinese) Assert.DoesNotContain(page, c => c is >= '\u4e00' and <= '\u9fff');
        Assert.Equal(form != ReviewForm.Ics214, page.Contains("boat (each)", StringComparison.Ordinal));
        Assert.Equal(form == ReviewForm.Review, page.Contains(isChinese ? "逾期" : "met late", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_happening_has_its_chinese()
    {
        var words = SituationWords.For(isChinese: true);
        Assert.Equal([], ReviewFile.Happenings.Select(EventTypes.NameOf).Where(n => !words.Knows(n)));
        Assert.Equal([], Enum.GetNames<ClockState>().Where(n => !words.Knows(n)));
        // Each silence of each round would push everything else out of the newest 500.
        Assert.DoesNotContain(typeof(HeadCountMissed), ReviewFile.Happenings);
    }

    [Fact]
    public void Whatever_is_said_is_text_in_Markdown_too() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), said =>
    {
        var page = Page(ReviewForm.Review, $"<script>alert(1)</script>\n# {said.Get}|", false, new MarkdownWriter());
        return !page.Contains(" <script", StringComparison.Ordinal) && page.Split('\n').Count(l => l.StartsWith("# ", StringComparison.Ordinal)) == 1;
    }).QuickCheckThrowOnFailure();

    private static string Page(ReviewForm form, string title, bool isChinese, IPage page)
    {
        var information = new SituationInformation(
            IncidentState.Recovery, IncidentCategory.NaturalDisaster, EventKind.FloodOrDrought, null, IncidentGrade.Major, null, "county", ["county", "fire"], null, [], T0, T0, T0, T0, [], []);
        var situation = new SituationReport(
            Guid.CreateVersion7(), "county", "Report", new(T0, T0.AddHours(1)), title, [Guid.CreateVersion7()], SituationPhase.Recovery, SituationUrgency.Past, AlertSeverity.Severe,
            SituationConfidence.SomewhatConfident, "220221", null, true,
            new(information, [], [new("boat", "each", 40, 18, 10)], SituationDigest.Management([], [], 0, [], T0)), new(42, "ab12"));
        RecordedMoment opened = new("command.incident-opened.v1", T0, 1);
        var record = new ReviewRecord(
            Guid.CreateVersion7(), situation, [opened], [], [new("order.acknowledge", ClockState.MetLate, T0, T0, T0)], [new(OrderKind.Rescue, "fire", OrderState.Completed, T0, T0, T0)]);
        return new ReviewPages(record, [new("fire", "Boats came late", T0)], page, SituationWords.For(isChinese), Package.Calendar).Write(form);
    }
}
