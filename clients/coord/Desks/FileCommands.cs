using System.CommandLine;
using System.Text.Json.Nodes;

namespace Coordination.CommandLine.Desks;

/// <summary>Bodies that people keep as files: reports, requests, offers, alerts.</summary>
internal static class FileCommands
{
    internal static Command Report()
    {
        var file = Body.Argument();
        var csv = new Option<bool>("--csv") { Description = "The file holds many reports, as CSV: a header row, and a row each." };
        var cap = new Option<bool>("--cap") { Description = "The file is a CAP alert of another system." };
        var eido = new Option<bool>("--eido") { Description = "The file is an EIDO (emergency incident data object) of another system." };
        var area = new Option<string>("--area") { Description = "With --cap or --eido: the area that its source covers, for files that name none in the region's codes." };
        return Desk.Command("report", "Sends a report to the agency that it names.", async (parsed, desk, ct) => parsed.GetValue(cap) || parsed.GetValue(eido)
            ? desk.Show(await desk.PostAsync("/v1/report-documents", await DocumentAsync(parsed.GetRequiredValue(file), parsed.GetValue(cap) ? "Cap" : "Eido", parsed.GetValue(area), ct), ct), Shown.DocumentReceiptCard)
            : parsed.GetValue(csv)
            ? ReportBatch.Show(desk, await desk.PostAsync("/v1/report-batches", new JsonObject { ["csv"] = await Body.TextAsync(parsed.GetRequiredValue(file), ct, isTable: true) }, ct))
            : desk.Show(await desk.PostAsync("/v1/reports", await Body.ReadAsync(parsed.GetRequiredValue(file), ct), ct), Shown.ReportCard), file, csv, cap, eido, area);
    }

    /// <summary>Byte for byte: the file says of itself how it is encoded.</summary>
    private static async Task<JsonObject> DocumentAsync(string file, string format, string? area, CancellationToken ct)
    {
        var body = new JsonObject { ["format"] = format, ["content"] = Convert.ToBase64String(await Body.BytesAsync(file, ct)) };
        if (area is not null) body["areaCode"] = area;
        return body;
    }

    /// <summary>Written and put to review in one go.</summary>
    internal static Command Request()
    {
        var file = Body.Argument();
        var command = Desk.Command("request", "Requests resources for your agency: writes the request and puts it to review.", async (parsed, desk, ct) =>
        {
            var drafted = await desk.PostAsync($"/v1/agencies/{desk.Agency}/requests", await Body.ReadAsync(parsed.GetRequiredValue(file), ct), ct);
            if (!drafted.IsSuccess) return desk.Show(drafted);
            return desk.Show(await desk.ChangeAsync($"/v1/agencies/{desk.Agency}/requests/{drafted.Body!["id"]}", "submit", null, ct), Shown.RequestCard);
        }, file);
        command.Add(Desk.Command("list", "Lists your agency's requests, oldest first.", (_, desk, ct) => desk.ListAsync($"/v1/agencies/{desk.Agency}/requests", ct, Shown.RequestRow)));
        return command;
    }

    internal static Command Offer()
    {
        var ask = new Argument<Guid>("ASK") { Description = "The ask that is answered." };
        var file = Body.Argument();
        var command = Desk.Command("offer", "Answers another agency's ask with an offer of your own.", async (parsed, desk, ct) =>
            desk.Show(await desk.PostAsync($"/v1/agencies/{desk.Agency}/asks/{parsed.GetValue(ask)}/offer", await Body.ReadAsync(parsed.GetRequiredValue(file), ct), ct),
                Shown.FillCard), ask, file);
        command.Add(Desk.Command("asks", "Lists what other agencies ask of yours, oldest first.", (_, desk, ct) => desk.ListAsync($"/v1/agencies/{desk.Agency}/asks", ct, Shown.AskRow)));
        return command;
    }

    internal static Command Alert()
    {
        var file = Body.Argument();
        return new("alert", "Warnings to the public.")
        {
            Desk.Command("list", "Lists alerts, oldest first.", (_, desk, ct) => desk.ListAsync("/v1/alerts", ct, Shown.AlertRow)),
            Desk.Command("draft", "Drafts an alert; another person approves it.", async (parsed, desk, ct) =>
                desk.Show(await desk.PostAsync("/v1/alerts", await Body.ReadAsync(parsed.GetRequiredValue(file), ct), ct), Shown.AlertCard), file),
        };
    }
}
