using System.CommandLine;
using System.Text.Json.Nodes;

namespace Coordination.CommandLine.Desks;

/// <summary><c>coord duty</c>: what agencies owe again and again.</summary>
internal static class StandingDutyCommands
{
    internal static Command Command() => new("duty", "What agencies owe again and again: a monthly meeting, a quarterly training.")
    {
        Desk.Command("list", "Lists standing duties, oldest first.", (_, desk, ct) => desk.ListAsync("/v1/standing-duties", ct, Shown.StandingDutyRow)), Begin(), End(),
    };

    private static Command Begin()
    {
        var kind = new Option<string>("--kind") { Description = "MonthlyMeeting or QuarterlyTraining.", Required = true };
        kind.AcceptOnlyFromAmong("MonthlyMeeting", "QuarterlyTraining");
        var (place, agency) = (new Option<string>("--at") { Description = "The jurisdiction in which it is owed.", Required = true }, new Option<string?>("--agency") { Description = "Who owes it; your agency when it is left out." });
        return Desk.Command("begin", "Says what is owed again and again from now on, and starts its clock.", async (parsed, desk, ct) => desk.Show(await desk.PostAsync("/v1/standing-duties",
            new JsonObject { ["kind"] = parsed.GetRequiredValue(kind), ["jurisdiction"] = parsed.GetRequiredValue(place), ["agency"] = parsed.GetValue(agency) }, ct), Shown.StandingDutyRow), kind, place, agency);
    }

    private static Command End()
    {
        var id = new Argument<Guid>("ID") { Description = "The duty's id: coord duty list." };
        return Desk.Command("end", "Says that a standing duty is no longer owed.", async (parsed, desk, ct) =>
            desk.Show(await desk.ChangeAsync($"/v1/standing-duties/{parsed.GetValue(id)}", "end", null, ct), Shown.StandingDutyRow), id);
    }
}
