using Coordination.Contracts.Events;
using Coordination.PublicInformation.Alerts;
using Coordination.Tests.Unit.Command;
using static Coordination.Tests.Unit.PublicInformation.AlertScene;

namespace Coordination.Tests.Unit.PublicInformation;

/// <summary>What an update or a cancellation takes over from the alert that it refers to.</summary>
public sealed class AlertAgainTests
{
    private static readonly AlertArea Cuizhu = new("翠竹", "440304", 22.58, 114.13, 0.5);

    [Fact]
    public void An_update_of_the_areas_tells_nobody_the_names_of_the_old_ones()
    {
        var update = UpdateAlertCase.Of(Issued(), new(Areas: [Cuizhu]), T0.AddMinutes(1));
        Assert.All(update.Texts, t => Assert.Null(t.AreaNames));
        Assert.Equal(["Dongmen street"], UpdateAlertCase.Of(Issued(), new(Severity: AlertSeverity.Severe), T0.AddMinutes(1)).Texts[1].AreaNames!);
    }

    [Fact]
    public void What_went_out_under_an_older_rule_can_be_updated_and_cancelled()
    {
        // A ring over the date line, which today is refused.
        var old = Write(Request() with { Areas = [Dongmen with { Latitude = null, Longitude = null, RadiusKm = null, Polygon = [new(0, 179), new(0, -179), new(1, -179), new(0, 179)] }] }).Alert!;
        var update = UpdateAlertCase.Of(old, new(Severity: AlertSeverity.Severe), T0);
        Assert.Equal("polygon-date-line", AlertRules.Fault(update, Channels, new(), T0)?.Rule);
        Assert.Null(AlertRules.Fault(update, Channels, new(), T0, old));
        Assert.Equal("polygon-date-line", AlertRules.Fault(UpdateAlertCase.Of(old, new(Areas: [.. old.Areas]), T0), Channels, new(), T0, old)?.Rule);
        Assert.Null(AlertRules.Fault(CancelAlertCase.Of(old, [Chinese], T0), Channels, new(), T0, old));
    }

    [Fact]
    public void Two_variants_of_one_language_may_say_the_same_and_two_languages_may_not()
    {
        var taiwan = Chinese with { Language = "zh-TW" };
        Assert.Null(AlertRules.Fault(Request() with { Texts = [Chinese, taiwan] }, Channels, new(), T0));
        Assert.Equal("same-text-in-two-languages", AlertRules.Fault(Request() with { Texts = [Chinese, taiwan, Chinese with { Language = "en" }] }, Channels, new(), T0)?.Rule);
    }

    [Fact]
    public void What_ran_out_while_its_clock_was_late_is_not_updated()
    {
        var old = Issued();
        var update = Write(Request(AlertMessageType.Update, old.Id, T0.AddHours(3)), old).Alert!;
        Assert.Null(update.Approve("bob", T0));
        Machine.Refused(update.Issue(old, T0.AddMinutes(60), T0.AddHours(3)), "already-ended");
        Assert.Equal((AlertState.Approved, AlertState.Issued), (update.State, old.State));
        Assert.Null(old.Ended(T0.AddMinutes(59)));
    }
}
