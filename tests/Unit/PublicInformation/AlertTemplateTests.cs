using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Alerts;
using Coordination.PublicInformation.Releases;
using Coordination.Tests.Unit.Command;
using static Coordination.Tests.Unit.PublicInformation.AlertScene;

namespace Coordination.Tests.Unit.PublicInformation;

public sealed class AlertTemplateTests
{
    public static TheoryData<string> Packages => [.. PackageReader.Shipped];

    private static List<AlertTemplate> Of(string package) => PackageReader.Read(package).Section<AlertTemplates>("alertTemplates").List;

    private static DraftAlert Draft(AlertTemplate template, string area) => DraftFromTemplateCase.Of(
        template, new(Areas: [new("{{place}}", area)], Source: template.Kind == EventKind.Meteorological ? "S-1" : null), null, ["cell-broadcast"], T0);

    private static AlertBlank[] All(DraftAlert draft) =>
        [.. AlertBlanks.Left(draft.Texts, draft.Areas).SelectMany(b => draft.Texts.Select(t => new AlertBlank(b, t.Language == "en" ? "Somewhere" : "某地", t.Language)))];

    /// <summary>Filled with any short words each is an alert that can go out.</summary>
    [Theory, MemberData(nameof(Packages))]
    public void Each_template_is_a_sound_alert_once_its_blanks_are_filled(string package)
    {
        var settings = PackageReader.Read(package).Section<AlertSettings>("alerts");
        var templates = Of(package);
        Assert.True(templates.Count >= 15);
        Assert.Equal(templates.Count, templates.Select(t => t.Key).Distinct().Count());
        Assert.All(templates, t =>
        {
            var draft = Draft(t, "440303");
            Assert.Equal(["en", "zh-CN"], draft.Texts.Select(x => x.Language).Order(StringComparer.Ordinal));
            Assert.Single(draft.Texts.Select(x => string.Join(',', AlertBlanks.Left([x], []))).Distinct());
            Assert.Equal(EventCodes.Kinds.GetValueOrDefault(t.EventCode ?? "", t.Kind), t.Kind);
            var filled = DraftFromTemplateCase.Filled(draft, All(draft));
            Assert.Empty(AlertBlanks.Left(filled.Texts, filled.Areas));
            Assert.Null(AlertRules.Fault(filled, Channels, settings, T0));
            Assert.Null(AlertBlanks.TooLong(filled.Texts, filled.Areas));
            Assert.All(filled.Texts, x => Assert.Equal([x.Language == "en" ? "Somewhere" : "某地"], x.AreaNames));
        });
    }

    [Fact]
    public void The_library_speaks_of_the_same_hazards_in_every_package()
    {
        var all = PackageReader.Shipped.Select(p => string.Join(' ', Of(p).Select(t => t.Key))).Distinct();
        Assert.Single(all);
    }

    [Fact]
    public void An_alert_with_a_blank_is_not_approved_and_its_author_alone_fills_it()
    {
        var (alert, _) = Write(Draft(Of("cn-default")[0], "440303"));
        Machine.Refused(alert!.Approve("bob", T0), "blank-unfilled");
        Assert.Contains("place", alert.Approve("bob", T0)!.Detail, StringComparison.Ordinal);
        var filled = DraftFromTemplateCase.Filled(UpdateAlertCase.Again(alert, alert.MessageType, T0), All(Draft(Of("cn-default")[0], "440303")));
        Machine.Refused(alert.Fill(filled.Texts, filled.Areas, "bob"), "not-the-author");
        Assert.Equal((AlertState.Draft, 1), (alert.State, alert.Version));
        Assert.Null(alert.Fill(filled.Texts, filled.Areas, "ann"));
        Assert.Equal(2, alert.Version);
        Assert.Empty(alert.Blanks);
        Machine.Refused(alert.Approve("ann", T0), "approver-is-author");
        Assert.Null(alert.Approve("bob", T0));
        Machine.Refused(alert.Fill(filled.Texts, filled.Areas, "ann"), "illegal-transition");
    }

    [Fact]
    public void What_is_given_for_a_language_counts_before_what_is_given_for_all()
    {
        AlertBlank[] blanks = [new("place", "Yongji"), new("place", "永吉", "zh-CN")];
        Assert.Equal("永吉", AlertBlanks.Fill(Chinese with { Headline = "{{place}}" }, blanks).Headline);
        Assert.Equal("Yongji", AlertBlanks.Fill(English with { Headline = "{{place}}" }, blanks).Headline);
        Assert.Equal("{{time}} Yongji", AlertBlanks.Fill(English with { Headline = "{{time}} {{place}}" }, blanks).Headline);
    }

    [Fact]
    public void A_blank_that_is_not_there_and_one_that_is_filled_with_another_are_refused()
    {
        Machine.Refused(AlertBlanks.Fault([new("plaice", "x")], ["place"]), "blank-unknown");
        Machine.Refused(AlertBlanks.Fault([new("place", "{{time}}")], ["place"]), "blank-unfilled");
        Machine.Refused(AlertBlanks.TooLong([English with { Headline = new string('x', 141) }], []), "length");
    }

    [Fact]
    public void An_event_finds_the_template_of_its_code_or_else_of_its_kind()
    {
        var templates = PackageReader.Read("cn-default").Section<AlertTemplates>("alertTemplates");
        Assert.Equal("landslide", templates.For(EventKind.Geological, "11D02")?.Key);
        Assert.Equal("chemical-release", templates.For(EventKind.EnvironmentalPollution, "11B29")?.Key);
        Assert.Equal("flash-flood", templates.For(EventKind.FloodOrDrought, "11A51")?.Key);
        Assert.Equal("chemical-release", templates.For(EventKind.EnvironmentalPollution, null)?.Key);
        Assert.Null(templates.For(EventKind.ForeignNationalsAffected, null));
        Assert.Equal("wildfire", templates.For(EventKind.ForestFire, null)?.Key);
    }

    [Theory, MemberData(nameof(Packages))]
    public void An_event_never_finds_the_template_of_another_code(string package)
    {
        var templates = PackageReader.Read(package).Section<AlertTemplates>("alertTemplates");
        Assert.All(EventCodes.Kinds, c => Assert.True(templates.For(c.Value, c.Key) is not { EventCode: not null } t || t.IsFor(c.Key), c.Key));
        Assert.Null(templates.For(EventKind.FloodOrDrought, "11B22"));
        Assert.Null(templates.For(EventKind.Meteorological, "11B09"));
        Assert.Null(templates.For(EventKind.Marine, "11E06"));
        Machine.Refused(templates.Missing(), "alert-template");
        Assert.Contains("river-flood", templates.Missing().Detail, StringComparison.Ordinal);
        Assert.All(templates.List.SelectMany(t => t.OtherCodes.Select(c => (t.Kind, c))), o => Assert.Equal(o.Kind, EventCodes.Kinds[o.c]));
    }

    /// <summary>A mudslide is told as a landslide, and keeps its own code.</summary>
    [Fact]
    public void An_alert_has_the_code_of_its_incident_where_its_template_is_for_that()
    {
        var incident = InformedIncident.Of(new(Guid.CreateVersion7(), IncidentCategory.NaturalDisaster, EventKind.Geological, "11D02", "220221", null, T0), null);
        var templates = PackageReader.Read("nims").Section<AlertTemplates>("alertTemplates");
        Assert.Equal("11D02", DraftFromTemplateCase.Of(DraftFromTemplateCase.Choose(new(), incident, templates)!, new(), incident, [], T0).EventCode);
        Assert.Equal("11C02", DraftFromTemplateCase.Of(templates.Named("earthquake")!, new(), incident, [], T0).EventCode);
    }

    [Fact]
    public void A_package_that_was_written_before_templates_has_none_and_says_so()
    {
        var folder = Directory.CreateTempSubdirectory("package");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "package.yaml"), "id: own\nversion: 1.0.0\n");
            var templates = AlertTemplates.Of(PackageReader.Read(folder.FullName));
            Assert.Empty(templates.List);
            Machine.Refused(templates.Missing(), "alert-template");
            Assert.Equal("The package has no templates.", templates.Missing().Detail);
            Assert.Contains("no section 'alertTemplates'", Assert.Throws<InvalidDataException>(() => PackageReader.Read(folder.FullName).Section<AlertTemplates>("alertTemplates")).Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_cancellation_says_so_in_each_language_of_its_alert_and_fits()
    {
        var words = PackageReader.Read("nims").Section<AlertSettings>("alerts").CancelWords;
        var alert = Write(Request() with { Texts = [Chinese with { Headline = new string('门', 140) }, English] }).Alert!;
        var (texts, refusal) = CancelAlertCase.Words(alert, words);
        Assert.Null(refusal);
        Assert.Equal(["zh-CN", "en"], texts!.Select(t => t.Language));
        Assert.All(texts!, t => Assert.InRange(t.Headline.Length, 1, 140));
        Assert.Equal("Cancelled: Dongmen is full", texts![1].Headline);
        Machine.Refused(CancelAlertCase.Words(Write(Request() with { Texts = [English with { Language = "th" }] }).Alert!, words).Item2, "cancel-words");
    }
}
