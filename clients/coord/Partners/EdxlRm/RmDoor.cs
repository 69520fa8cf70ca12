using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Xml;

namespace Coordination.CommandLine.Partners.EdxlRm;

/// <summary>An endpoint that takes EDXL-RM: a POST of XML, answered 2xx when the message is taken (with a message, where there is one to give), 4xx with the reason when it is not.</summary>
/// <param name="http">Follows no redirect.</param>
/// <param name="url">The endpoint.</param>
/// <param name="token">A bearer token, where it wants one.</param>
internal sealed class RmDoor(HttpClient http, Uri url, string? token)
{
    internal Task<RmAnswer> PostAsync(string xml, CancellationToken ct) => PostAsync(Encoding.UTF8.GetBytes(xml), "application/xml", ct);

    internal async Task<RmAnswer> PostAsync(byte[] body, string contentType, CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
            // What is too large is refused before it is sent.
            request.Headers.ExpectContinue = body.Length > 1024 * 1024;
            if (token is not null) request.Headers.Authorization = new("Bearer", token);
            using var answer = await http.SendAsync(request, ct);
            return new((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(ct), null, watch.Elapsed);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(0, [], Language.Say($"no answer in time"), watch.Elapsed);
        }
        catch (HttpRequestException e)
        {
            return new(0, [], e.Message, watch.Elapsed);
        }
    }
}

/// <summary>What the endpoint said.</summary>
/// <param name="Status">HTTP status; 0 where there was none.</param>
/// <param name="Body">As it came.</param>
/// <param name="Fault">Why there was none.</param>
/// <param name="Took">How long it took.</param>
internal sealed record RmAnswer(int Status, byte[] Body, string? Fault, TimeSpan Took)
{
    internal bool IsTaken => Status is >= 200 and < 300;

    /// <summary>Refused by what it is, not by where it went or how often: those refusals say nothing of the message.</summary>
    internal bool IsRefused => Status is >= 400 and < 500 and not (401 or 403 or 404 or 405 or 408 or 410 or 429);

    /// <summary>Refused, and in words.</summary>
    internal bool IsExplained => IsRefused && Body.AsSpan().Trim(" \r\n\t"u8).Length > 0;

    /// <summary>The message that it holds, bare or in an envelope; null where it holds none.</summary>
    internal XmlTree? Message { get; } = Read(Body);

    internal string Said => Fault ?? Language.Say($"answered {Status}");

    private static XmlTree? Read(byte[] body)
    {
        try
        {
            using var stream = new MemoryStream(body);
            var root = XmlTree.Read(stream);
            return root.Namespace == RmKind.MessageNamespace ? root : root.Everything.FirstOrDefault(e => e.Namespace == RmKind.MessageNamespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
