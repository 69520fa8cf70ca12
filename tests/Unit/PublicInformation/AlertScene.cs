using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Alerts;

namespace Coordination.Tests.Unit.PublicInformation;

/// <summary>Alerts to test with: crowd overload at a shopping street.</summary>
internal static class AlertScene
{
    public static readonly DateTimeOffset T0 = new(2026, 10, 1, 22, 5, 0, TimeSpan.FromHours(8));
    public static readonly string[] Channels = ["cell-broadcast", "loudspeaker", "website"];
    public static readonly AlertText Chinese = new("zh-CN", "东门步行街人流超载", "东门步行街人数已达到最大承载量。", "请不要前往东门。");
    public static readonly AlertText English = new("en", "Dongmen is full", "Dongmen pedestrian street has reached its capacity.", "Do not go to Dongmen.", "Crowd overload", "Luohu district", ["Dongmen street"]);
    public static readonly AlertArea Dongmen = new("东门", "440303", 22.548, 114.116, 0.5);

    public static DraftAlert Request(AlertMessageType type = AlertMessageType.Alert, Guid? references = null, DateTimeOffset? expires = null) => new(
        type, EventKind.CrowdSafety, AlertUrgency.Immediate, AlertSeverity.Moderate, AlertCertainty.Observed, [Chinese, English], [Dongmen], ["cell-broadcast", "loudspeaker"], "440303",
        expires, References: references);

    public static (Alert? Alert, Refusal? Refusal) Write(DraftAlert? request = null, Alert? references = null, string sender = "luohu@shenzhen", Guid? exercise = null) =>
        Alert.Write(Guid.CreateVersion7(), request ?? Request(), references, new AlertSender("ann", sender, $"44030300000001_20261001220500_{(references is null ? 0 : 1)}"), exercise);

    public static Alert Draft(Guid? exercise = null)
    {
        var (alert, refusal) = Write(exercise: exercise);
        Assert.Null(refusal);
        return alert!;
    }

    public static Alert Issued(DateTimeOffset? at = null, Guid? exercise = null, Alert? references = null, AlertMessageType type = AlertMessageType.Alert)
    {
        var (alert, refusal) = Write(Request(type, references?.Id), references, exercise: exercise);
        Assert.Null(refusal);
        Assert.Null(alert!.Approve("bob", at ?? T0));
        Assert.Null(alert.Issue(references, at ?? T0, (at ?? T0).AddMinutes(60)));
        return alert;
    }
}
