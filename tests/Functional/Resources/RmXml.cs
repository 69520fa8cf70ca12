using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Coordination.Tests.Functional.Resources;

/// <summary>Messages of EDXL-RM as an agency's system writes them, and the way in.</summary>
internal sealed record RmXml(string Kind, string Id, string Thread, string? Preceding, params string[] Elements)
{
    internal string? Incident { get; init; }
    internal string? Recall { get; init; }
    internal string Funding { get; init; } = "";
    internal string? Description { get; init; }

    public override string ToString() => $"""
        <m:{Kind} xmlns:m="urn:oasis:names:tc:emergency:EDXL:RM:1.0:msg" xmlns:r="urn:oasis:names:tc:emergency:EDXL:RM:1.0"><m:MessageID>{Id}</m:MessageID>
        <m:SentDateTime>2026-11-29T08:00:00Z</m:SentDateTime><m:MessageContentType>{Kind}</m:MessageContentType>{(Description is null ? "" : $"<m:MessageDescription>{Description}</m:MessageDescription>")}<m:OriginatingMessageID>{Thread}</m:OriginatingMessageID>
        {(Preceding is null ? "" : $"<m:PrecedingMessageID>{Preceding}</m:PrecedingMessageID>")}
        {(Incident is null ? "" : $"<m:IncidentInformation><r:IncidentID>{Incident}</r:IncidentID></m:IncidentInformation>")}{Recall}
        {(Kind == "RequisitionResource" ? $"<m:Funding><r:FundCode>{(Funding.Length > 0 ? Funding : "none")}</r:FundCode></m:Funding>" : "")}
        <m:ContactInformation><r:ContactDescription>Desk of Mrs Example, 555-0100</r:ContactDescription><r:ContactRole>Sender</r:ContactRole></m:ContactInformation>
        {string.Concat(Elements)}</m:{Kind}>
        """;

    internal RmXml Recalls(string message, string how = "Cancel") =>
        this with { Recall = $"<m:MessageRecall><r:RecallMessageID>{message}</r:RecallMessageID><r:RecallType>{how}</r:RecallType></m:MessageRecall>" };

    /// <summary>One ResourceInformation.</summary>
    internal static string Element(string id, string? type = null, int? quantity = null, string? answers = null, string how = "Accept", string? resource = null, string? status = null, string? price = null,
        string? currency = null, string? function = null, string reason = "", params (string Type, DateTimeOffset At)[] times) => $"""
        <m:ResourceInformation><m:ResourceInfoElementID>{id}</m:ResourceInfoElementID>
        {(answers is null ? "" : $"<m:ResponseInformation><r:PrecedingResourceInfoElementID>{answers}</r:PrecedingResourceInfoElementID><r:ResponseType>{how}</r:ResponseType>{reason}</m:ResponseInformation>")}
        <m:Resource>{(resource is null ? "" : $"<m:ResourceID>{resource}</m:ResourceID>")}<m:Name>Boat</m:Name>{(type is null ? "" : $"<m:TypeStructure><r:ValueListURN>urn:coordination:resource-type</r:ValueListURN><r:Value>{type}</r:Value></m:TypeStructure>")}
        {(status is null ? "" : $"<m:ResourceStatus><m:DeploymentStatus><r:ValueListURN>urn:coordination:deployment-status</r:ValueListURN><r:Value>{status}</r:Value></m:DeploymentStatus></m:ResourceStatus>")}</m:Resource>
        {(quantity is null && price is null ? "" : $"<m:AssignmentInformation>{(quantity is null ? "" : $"<m:Quantity><r:MeasuredQuantity><r:Amount>{quantity}</r:Amount></r:MeasuredQuantity></m:Quantity>")}{(function is null ? "" : $"<m:AnticipatedFunction>{function}</m:AnticipatedFunction>")}{Priced(price, currency)}</m:AssignmentInformation>")}
        {string.Concat(times.Select(t => $"<m:ScheduleInformation><m:ScheduleType>{t.Type}</m:ScheduleType><m:DateTime>{t.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}</m:DateTime></m:ScheduleInformation>"))}
        </m:ResourceInformation>
        """;

    private static string Priced(string? price, string? currency) => price is null ? "" : currency is null
        ? $"<m:PriceQuote><r:QuantityText>{price}</r:QuantityText></m:PriceQuote>"
        : $"<m:PriceQuote><r:MeasuredQuantity><r:Amount>{price}</r:Amount><r:UnitOfMeasure><r:ValueListURN>urn:iso:4217:minor-units</r:ValueListURN><r:Value>{currency}</r:Value></r:UnitOfMeasure></r:MeasuredQuantity></m:PriceQuote>";
}

internal static class RmTalk
{
    internal static Task<HttpResponseMessage> SendAsync(this ApiClient client, string agency, string xml, string? to = null, string? key = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/agencies/{agency}/edxl-rm{(to is null ? "" : $"?to={to}")}") { Content = new StringContent(xml, Encoding.UTF8, "application/xml") };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (client.Exercise is { } exercise) request.Headers.Add("Coordination-Exercise", exercise.ToString());
        return client.Http.SendAsync(request);
    }

    /// <summary>Sends as the commander of the book's agency; it must be taken.</summary>
    internal static async Task<JsonElement> SayAsync(this Book book, RmXml message, string? to = null)
    {
        using var answer = await book.Commander.SendAsync(book.Agency, message.ToString(), to);
        return await answer.JsonAsync();
    }

    internal static async Task<JsonElement> DoneAsync(this Book book, RmXml message, string? to = null)
    {
        var said = await book.SayAsync(message, to);
        Assert.True(said.Text("state") == "Executed", $"{message.Kind}: {said}");
        return said;
    }

    internal static Task<JsonElement> ThreadAsync(this Book book, string thread) => book.GetAsync($"edxl-rm/thread?thread={Uri.EscapeDataString(thread)}");

    internal static async Task<(string State, string Reason)> StateAsync(this Book book, string thread, string message)
    {
        var found = (await book.ThreadAsync(thread)).GetProperty("messages").EnumerateArray().Single(m => m.Text("messageId") == message && m.Text("agency") == book.Agency);
        return (found.Text("state"), found.Text("reason"));
    }

    internal static string Fill(this JsonElement receipt, int element = 0) => receipt.GetProperty("elements")[element].Text("fillId");
}
