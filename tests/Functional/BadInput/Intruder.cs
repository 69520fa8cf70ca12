using System.Net;
using System.Text;
using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.BadInput;

/// <summary>One caller with every role, who sends what should be refused and looks closely at the answer.</summary>
internal sealed class Intruder(EmbeddedRegion region)
{
    internal static readonly string[] EveryRole =
    [
        Roles.Reporter, Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.PublicInformationOfficer, Roles.Approver, Roles.Mediator, Roles.Auditor,
        Roles.Integration, Roles.Operator,
    ];

    internal HttpClient Http { get; } = region.AsPerson("intruder", "fire", EveryRole).Http;

    internal async Task<ApiSchemas> DocumentAsync(string module) => new(JsonSerializer.Deserialize<System.Text.Json.Nodes.JsonNode>(await Http.GetStringAsync($"/openapi/{module}.json"))!);

    internal async Task<Refused> SendAsync(ApiOperation operation, string? body, string? key = "new", string? ifMatch = "\"1\"", string? path = null, string type = "application/json")
    {
        using var request = new HttpRequestMessage(new(operation.Method), path ?? operation.Concrete());
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, type);
        if (body?.Length > 1_000_000) request.Headers.ExpectContinue = true;
        if (key is not null && operation.Method == "POST") request.Headers.TryAddWithoutValidation("Idempotency-Key", key == "new" ? Guid.NewGuid().ToString() : key);
        if (ifMatch is not null && operation.NeedsIfMatch) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var answer = await Http.SendAsync(request);
        return await Refused.ReadAsync(answer);
    }

    /// <summary>Sends bytes that are there already: what making them takes is not the region's.</summary>
    internal async Task<Refused> SendAsync(string path, byte[] body, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) { Headers = { ContentType = new(type) } }, Headers = { ExpectContinue = body.Length > 1_000_000 } };
        using var answer = await Http.SendAsync(request);
        return await Refused.ReadAsync(answer);
    }

    /// <summary>What every journal holds, in one line: equal before and after, nothing was written.</summary>
    internal async Task<string> RecordAsync()
    {
        await region.QuietAsync();
        var heads = new List<string>();
        foreach (var app in region.Running.Apps)
        {
            var journal = JsonSerializer.Deserialize<JsonElement>(await Http.GetStringAsync($"/v1/{app.Instance.Name}/journal"));
            heads.Add($"{app.Instance.Name} {journal.GetProperty("head")}");
        }
        return string.Join(", ", heads);
    }
}

/// <summary>An answer that should be a refusal.</summary>
internal sealed record Refused(HttpStatusCode Status, string? ContentType, string Text, string? ETag)
{
    internal static async Task<Refused> ReadAsync(HttpResponseMessage answer) =>
        new(answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync(), answer.Headers.ETag?.Tag);

    /// <summary>What must stay as it is when a call is refused: the version, or the whole text of what has none.</summary>
    internal string State => ETag ?? Text;

    internal bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>What is missing from a problem document with this status, pointer and rule; null when all is there.</summary>
    internal string? Fault(int status, string? pointer, string? rule)
    {
        if ((int)Status != status) return $"gave {(int)Status}, not {status}: {Short}";
        if (ContentType != "application/problem+json") return $"is {ContentType}, not a problem document";
        var problem = JsonSerializer.Deserialize<JsonElement>(Text);
        if (problem.GetProperty("type").GetString()?.StartsWith("urn:coordination:problem:", StringComparison.Ordinal) != true) return $"has no stable type: {Short}";
        if (pointer is null && rule is null) return null;
        var errors = problem.TryGetProperty("errors", out var list) ? list.EnumerateArray().ToList() : [];
        return errors.Exists(e => (pointer is null || e.GetProperty("pointer").GetString() == pointer) && (rule is null || e.GetProperty("rule").GetString() == rule))
            ? null
            : $"does not name {pointer} and {rule}: {Short}";
    }

    private string Short => Text.Length > 400 ? Text[..400] : Text;
}
