using Coordination.Contracts.Events;
using Coordination.PublicInformation.Alerts;
using Coordination.Tests.Unit.Command;
using FsCheck;
using FsCheck.Fluent;
using static Coordination.Tests.Unit.PublicInformation.AlertScene;

namespace Coordination.Tests.Unit.PublicInformation;

public sealed class AlertBlankTests
{
    private static readonly string[] Pieces = ["{", "{{", "}", "}}", "a", "地点", " ", "\n", "{{place}}", new('x', 31)];

    /// <summary>Every word that the public reads, and how a blank gets there.</summary>
    private static readonly Dictionary<string, Func<string, DraftAlert>> Places = new(StringComparer.Ordinal)
    {
        ["headline"] = w => Says(English with { Headline = w }),
        ["description"] = w => Says(English with { Description = w }),
        ["instruction"] = w => Says(English with { Instruction = w }),
        ["event"] = w => Says(English with { Event = w }),
        ["sender"] = w => Says(English with { SenderName = w }),
        ["audience"] = w => Says(English with { Audience = w }),
        ["area name"] = w => Says(English with { AreaNames = [w] }),
        ["web"] = w => Says(English with { Web = $"https://a.example/{w}" }),
        ["file"] = w => Says(English with { Resources = [new(w, "image/png", "https://a.example/map.png")] }),
        ["file's address"] = w => Says(English with { Resources = [new("Map", "image/png", $"https://a.example/{w}")] }),
        ["area"] = w => Request() with { Areas = [Dongmen with { Description = w }] },
        ["code"] = w => Request() with { Areas = [Dongmen with { Geocodes = [new("UGC", w)] }] },
        ["system of codes"] = w => Request() with { Areas = [Dongmen with { Geocodes = [new(w, "CNZ001")] }] },
    };

    public static TheoryData<string> Words => [.. Places.Keys];

    private static DraftAlert Says(AlertText english) => Request() with { Texts = [Chinese, english] };

    [Theory, MemberData(nameof(Words))]
    public void Wherever_a_blank_stands_it_is_seen_and_filled(string where)
    {
        var draft = Places[where]("{{place}}");
        Assert.Null(AlertRules.Fault(draft, Channels, new(), T0));
        var alert = Write(draft).Alert!;
        Assert.Equal(["place"], alert.Blanks);
        Machine.Refused(alert.Approve("bob", T0), "blank-unfilled");
        var filled = DraftFromTemplateCase.Filled(draft, [new("place", "永吉 East")]);
        Assert.Null(AlertRules.Fault(filled, Channels, new(), T0));
        Assert.Null(AlertBlanks.TooLong(filled.Texts, filled.Areas));
        Assert.Null(alert.Fill(filled.Texts, filled.Areas, "ann"));
        Assert.Empty(alert.Blanks);
        Assert.Null(alert.Approve("bob", T0));
        Assert.Null(alert.Issue(null, T0, T0.AddHours(1)));
        Assert.Contains(where is "web" or "file's address" ? "%E6%B0%B8%E5%90%89%20East" : "永吉 East", CapDocument.Write(alert, new()), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Words))]
    public void What_no_longer_fits_once_it_is_filled_is_refused(string where)
    {
        var filled = DraftFromTemplateCase.Filled(Places[where](string.Concat(Enumerable.Repeat("{{place}}", 21))), [new("place", new string('x', 200))]);
        Machine.Refused(AlertBlanks.TooLong(filled.Texts, filled.Areas), "length");
    }

    [Theory]
    [InlineData("{{Place}}", "Place"), InlineData("{{ place }}", "place"), InlineData("{{地点}}", "地点"), InlineData("{{the place}}", "the place"), InlineData("{{{place}}}", "place")]
    [InlineData("{{", "{{"), InlineData("{{}}", "{{"), InlineData("{{place}", "{{"), InlineData("{{a {{b}}", "b {{")]
    public void Whatever_two_braces_hold_is_a_blank_and_can_be_filled(string words, string blanks)
    {
        Assert.Equal(blanks.Split(' ', blanks.StartsWith("the", StringComparison.Ordinal) ? 1 : 2), AlertBlanks.Left([English with { Headline = words }], []));
        var filled = AlertBlanks.Fill(English with { Headline = words }, [.. AlertBlanks.Left([English with { Headline = words }], []).Select(b => new AlertBlank(b, "X"))]);
        Assert.Empty(AlertBlanks.Left([filled], []));
    }

    [Fact]
    public void No_two_braces_are_left_where_no_blank_is() => Prop.ForAll(Gen.Choose(0, Pieces.Length - 1).NonEmptyListOf().ToArbitrary(), pieces =>
    {
        var text = English with { Headline = string.Concat(pieces.Select(n => Pieces[n])) };
        return AlertBlanks.Left([text], []).Count > 0 == text.Headline.Contains("{{", StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    /// <summary>An older version sees fewer blanks than this one.</summary>
    [Fact]
    public void What_was_approved_with_a_blank_is_not_issued()
    {
        var alert = Draft();
        Assert.Null(alert.Approve("bob", T0));
        alert.Texts[0] = Chinese with { Web = "https://a.example/{{place}}" };
        Machine.Refused(alert.Issue(null, T0, T0.AddHours(1)), "blank-unfilled");
        Assert.Equal(AlertState.Approved, alert.State);
    }

    [Fact]
    public void Each_language_gets_the_name_of_a_place_in_its_own_words()
    {
        var draft = Request() with { Texts = [Chinese, English with { AreaNames = null }], Areas = [Dongmen, Dongmen with { Description = "{{place}}" }] };
        var filled = DraftFromTemplateCase.Filled(draft, [new("place", "永吉", "zh-CN"), new("place", "Yongji", "en")]);
        Assert.Equal(["东门", "永吉"], filled.Areas.Select(a => a.Description));
        Assert.Equal(["东门", "永吉"], filled.Texts[0].AreaNames);
        Assert.Equal(["东门", "Yongji"], filled.Texts[1].AreaNames);
        Assert.Equal(["Dongmen street"], DraftFromTemplateCase.Filled(Request() with { Areas = [Dongmen with { Description = "{{place}}" }] }, []).Texts[1].AreaNames);
        Assert.All(DraftFromTemplateCase.Filled(draft with { Areas = [Dongmen] }, []).Texts, t => Assert.Null(t.AreaNames));
    }
}
