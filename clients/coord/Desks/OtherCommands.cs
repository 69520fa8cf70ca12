using System.CommandLine;

namespace Coordination.CommandLine.Desks;

/// <summary>Bodies that people keep as files: reports, requests, offers, alerts; and mediation's cases.</summary>
internal static class OtherCommands
{
    internal static Command Report()
    {
        var file = Body.Argument();
        return Desk.Command("report", "Sends a report to the agency that it names.", async (parsed, desk, ct) =>
            desk.Show(await desk.PostAsync("/v1/reports", await Body.ReadAsync(parsed.GetRequiredValue(file), ct), ct), "id", "state", "agency", "check", "missing", "receivedAt"), file);
    }

    /// <summary>Written and put to review in one go.</summary>
    internal static Command Request()
    {
        var file = Body.Argument();
        return Desk.Command("request", "Requests resources for your agency: writes the request and puts it to review.", async (parsed, desk, ct) =>
        {
            var drafted = await desk.PostAsync($"/v1/agencies/{desk.Agency}/requests", await Body.ReadAsync(parsed.GetRequiredValue(file), ct), ct);
            if (!drafted.IsSuccess) return desk.Show(drafted);
            return desk.Show(await desk.ChangeAsync($"/v1/agencies/{desk.Agency}/requests/{drafted.Body!["id"]}", "submit", null, ct), "id", "state", "incidentId", "level");
        }, file);
    }

    internal static Command Offer()
    {
        var ask = new Argument<Guid>("ASK") { Description = "The ask that is answered." };
        var file = Body.Argument();
        return Desk.Command("offer", "Answers another agency's ask with an offer of your own.", async (parsed, desk, ct) =>
            desk.Show(await desk.PostAsync($"/v1/agencies/{desk.Agency}/asks/{parsed.GetValue(ask)}/offer", await Body.ReadAsync(parsed.GetRequiredValue(file), ct), ct),
                "fillId", "state", "quantity", "validUntil"), ask, file);
    }

    internal static Command Alert()
    {
        var file = Body.Argument();
        return new("alert", "Warnings to the public.")
        {
            Desk.Command("list", "Lists alerts, oldest first.", (_, desk, ct) =>
                desk.ListAsync("/v1/alerts", ct, "id", "state", "status", "severity", "kind", "identifier", "expires")),
            Desk.Command("draft", "Drafts an alert; another person approves it.", async (parsed, desk, ct) =>
                desk.Show(await desk.PostAsync("/v1/alerts", await Body.ReadAsync(parsed.GetRequiredValue(file), ct), ct), "id", "state", "status", "severity", "identifier"), file),
        };
    }

    internal static Command Case() => new("case", "Disputes that are mediated.")
    {
        Desk.Command("list", "Lists the cases that are yours to see.", (_, desk, ct) =>
            desk.ListAsync("/v1/mediation-cases", ct, "id", "state", "kind", "tier", "receivedAt")),
    };
}
