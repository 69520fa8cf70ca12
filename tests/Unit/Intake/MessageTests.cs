using Coordination.Contracts.Events;
using Coordination.Intake.Messages;
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
    public void What_is_sure_of_a_message_is_read(string text, EventKind kind, string area) =>
        Assert.Equal(new MessageReading(IncidentCategory.NaturalDisaster, kind, area), MessageReading.Of(text, null, Shipped.Messages));

    [Theory]
    [InlineData("help")]
    [InlineData("洪水在学校")]
    [InlineData("220221 快来")]
    [InlineData("洪水 山体滑坡 220221")]
    public void What_is_not_sure_is_left_to_a_person(string text) => Assert.Null(MessageReading.Of(text, null, Shipped.Messages));

    [Fact]
    public void The_area_that_a_gateway_serves_needs_not_be_written() => Assert.Equal("220221", MessageReading.Of("洪水在学校", "220221", Shipped.Messages)!.AreaCode);

    [Fact]
    public void Whatever_is_written_is_read_as_a_place_and_a_kind_or_held() => Prop.ForAll(Gen.Choose(32, 0x9FFF).ArrayOf().ToArbitrary(), characters =>
    {
        var text = string.Concat(characters.Select(c => (char)c));
        return MessageReading.Of(text, null, Shipped.Messages) is not { } read || (read.AreaCode.Length is >= 6 and <= 12 && text.Contains(read.AreaCode, StringComparison.Ordinal));
    }).QuickCheckThrowOnFailure();

    private static GatewayMessage Held() =>
        GatewayMessage.Take(Guid.CreateVersion7(), null, "sms-gateway", "1", MessageChannel.ShortMessage, Office, null, "help", [1], T0, T0, null);
}
