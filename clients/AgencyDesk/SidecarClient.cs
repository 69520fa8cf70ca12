using System.Net;
using System.Net.Http.Headers;

namespace Coordination.AgencyDesk;

/// <summary>What the app asks of its sidecar: to call the region, and to publish.</summary>
internal sealed class SidecarClient(HttpClient http, DeskOptions options)
{
    /// <summary>
    /// Calls the region by service invocation. The token goes with each call, because it lasts a day at most and a header of the endpoint's file does not change;
    /// the sidecar's retries are harmless, because the key makes one call of them.
    /// </summary>
    /// <returns>False when it shall be tried again later; a refusal that would be the same again is the end of it.</returns>
    internal async Task<bool> TellRegionAsync(string call, string key, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Sidecar, $"/v1.0/invoke/region/method/{call}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(options.TokenFile, ct)).Trim());
        request.Headers.Add("Idempotency-Key", $"\"{key}\"");
        return await SendAsync(request, ct) is { } answer && (answer.IsSuccess || (answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Conflict && !answer.AsksToWait));
    }

    /// <summary>
    /// Publishes to a topic of the agency's own. True means that the sidecar took it, not that the broker has it: Dapr's component says success also where the
    /// broker refused. What must not be lost is told by a call, or written down first.
    /// </summary>
    internal async Task<bool> PublishAsync(string topic, string key, object data, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Sidecar, $"/v1.0/publish/{DeskOptions.PubSub}/{topic}?metadata.routingKey={Uri.EscapeDataString(key)}"))
        {
            Content = JsonContent.Create(data),
        };
        return await SendAsync(request, ct) is { IsSuccess: true };
    }

    private async Task<Said?> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        if (options.SidecarToken is { } token) request.Headers.Add("dapr-api-token", token);
        try
        {
            using var answer = await http.SendAsync(request, ct);
            return new(answer.StatusCode, answer.IsSuccessStatusCode, answer.Headers.RetryAfter is not null);
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }

    private sealed record Said(HttpStatusCode Status, bool IsSuccess, bool AsksToWait);
}
