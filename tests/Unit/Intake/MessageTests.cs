using System.Text.Json;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Intake.Messages;
using Coordination.Platform;
using Coordination.Tests.Unit.Command;
using FsCheck;
using FsCheck.Fluent;
using static Coordination.Tests.Unit.Intake.Rules;

namespace Coordination.Tests.Unit.Intake;

public sealed class MessageTests
{
    private const string Office = "duty-office";

    [Fact]
    public void A_message_takes_exactly_these_ways() => Machine.HasTable(GatewayMessage.Life, "Held: Reported Dismissed");

    [Fact]
    public void Whatever_is_asked_of_a_message_it_keeps_its_promises() => Machine.Keeps(
        Held, GatewayMessage.Life, m => m.State, m => m.Version,
        m => (m.State == MessageState.Reported) == (m.ReportId is not null) && (m.State == MessageState.Held || m.Sender is null) && (m.State == MessageState.Held) == (m.Text.Length > 0),
        (m, n) => m.MakeReport(n % 3 == 0 ? "fire" : Office, Guid.CreateVersion7()),
        (m, n) => m.Dismiss(n % 3 == 0 ? "fire" : Office, DismissalReason.NothingReported),
        (m, _) =>
        {
            m.Forget();
            return null;
        });

    [Theory]
    [InlineData("洪水 220221 水进了学校", EventKind.FloodOrDrought, "220221")]
    [InlineData("11D01 at 220221100", EventKind.Geological, "220221100")]
    public void What_is_sure_of_a_message_is_read(string text, EventKind kind, string area)
    {
        Assert.Equal([area], MessageReading.Areas(text));
        Assert.Equal(new MessageReading(IncidentCategory.NaturalDisaster, kind, area), MessageReading.Of(text, area, Shipped.Messages));
    }

    [Theory]
    [InlineData("洪水 13900002202")]
    [InlineData("洪水 打 0432-220221 找我")]
    [InlineData("洪水 +86 139 0022 0221")]
    [InlineData("洪水 0432 220221")]
    [InlineData("洪水 220221 110")]
    [InlineData("洪水 139-0000-220221")]
    [InlineData("洪水 2202211")]
    [InlineData("洪水 A220221")]
    [InlineData("洪水 220221@qq.com")]
    [InlineData("洪水 ２２0221345")]
    public void What_may_be_a_telephone_number_is_no_area(string text) => Assert.Empty(MessageReading.Areas(text));

    [Theory]
    [InlineData("220221、220281、220221 洪水", 2)]
    [InlineData("洪水，220221。", 1)]
    [InlineData("洪水220221水", 1)]
    [InlineData("110101、110102、110103、110104、110105、110106、110107、110108、110109 洪水", 0)]
    public void Each_number_that_stands_alone_may_be_an_area_and_a_list_of_them_is_none(string text, int areas) => Assert.Equal(areas, MessageReading.Areas(text).Count);

    [Theory]
    [InlineData("help")]
    [InlineData("洪水在学校")]
    [InlineData("220221 快来")]
    [InlineData("洪水 山体滑坡 220221")]
    public void What_is_not_sure_is_left_to_a_person(string text) => Assert.Null(MessageReading.Of(text, MessageReading.Areas(text).SingleOrDefault(), Shipped.Messages));

    [Fact]
    public void The_area_that_a_gateway_serves_needs_not_be_written() => Assert.Equal("220221", MessageReading.Of("洪水在学校", "220221", Shipped.Messages)!.AreaCode);

    [Fact]
    public void Whatever_is_written_is_read_as_a_place_and_a_kind_or_held() => Prop.ForAll(Gen.Choose(32, 0x9FFF).ArrayOf().ToArbitrary(), characters =>
    {
        var text = string.Concat(characters.Select(c => (char)c));
        return MessageReading.Areas(text).All(a => a.Length is 6 or 9 or 12 && a.All(char.IsAsciiDigit) && text.Contains(a, StringComparison.Ordinal));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("""{"messageId":"\u0000\ud800x","channel":"Email","text":"a\u0007b\ud83d\nc\ud83d\ude00\"","areaCode":"everywhere","sentAt":"yesterday"}""", "\uFFFD\uFFFDx", "a\uFFFDb\uFFFD\nc\U0001F600\"")]
    [InlineData("""{"messageId":"","channel":"Email","text":"","sender":"","sentAt":"1601-01-01T00:00:00Z"}""", "", "")]
    public void Whatever_a_message_holds_it_is_taken(string json, string id, string text)
    {
        var message = JsonSerializer.Deserialize<ReceiveMessage>(json, Wire.Json)!;
        Assert.Equal((id, text), (message.MessageId, message.Text));
        Assert.Null(message.SentAt);
        Assert.Empty(InputRules.Check(message with { Text = new string('x', 5000), MessageId = new string('x', 5000) }, T0));
    }

    [Fact]
    public void What_has_no_room_in_the_report_stays_with_the_message()
    {
        var text = new string('x', GatewayMessage.Situation - 1) + "\U0001F600 and more";
        Assert.Equal("\U0001F600 and more", Held(text, Guid.CreateVersion7()).Text);
        var held = Held(text);
        Assert.Null(held.MakeReport(Office, Guid.CreateVersion7()));
        Assert.Equal("\U0001F600 and more", held.Text);
        Assert.Equal(text, string.Concat(AsItComes.Cut(text, GatewayMessage.Situation).First, held.Text));
    }

    [Fact]
    public void Another_text_sender_gateway_or_channel_under_the_same_number_is_another_message()
    {
        var (secrets, exercise) = (new SecretBox(new byte[32]), Guid.CreateVersion7());
        string[] all =
        [
            Number(), Number(text: "help!"), Number(subject: "second"), Number(agency: "other"), Number(channel: MessageChannel.Email), Number(id: "2"), Number(exercise: exercise),
            Number(id: "1help", text: ""), Number(sender: "13800000001"),
        ];
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.Equal(Number(), Number());
        Assert.DoesNotContain("help", Number(), StringComparison.OrdinalIgnoreCase);

        string Number(string agency = "sms", string subject = "first", MessageChannel channel = MessageChannel.ShortMessage, string id = "1", string sender = "", string text = "help", Guid? exercise = null) =>
            GatewayMessage.Numbered(secrets, exercise, new Caller(subject, agency, "local", new HashSet<string>()), channel, id, sender, text);
    }

    [Theory, InlineData(0), InlineData(300), InlineData(301), InlineData(900_000)]
    public void A_list_gives_the_beginning_of_a_long_text_and_says_so(int length)
    {
        var text = new string('x', length);
        Assert.Equal(length <= 300 ? text : text[..300] + "…", MessageView.InList(text));
    }

    private static GatewayMessage Held() => Held("help");

    private static GatewayMessage Held(string text, Guid? report = null) =>
        GatewayMessage.Take(Guid.CreateVersion7(), null, "sms-gateway", "1", "1", MessageChannel.ShortMessage, Office, null, text, [1], T0, T0, report);
}
