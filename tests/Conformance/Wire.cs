using System.Net;
using System.Net.Http.Headers;

namespace Coordination.Tests.Conformance;

/// <summary>Bytes as anybody can send them, without a gRPC client in between.</summary>
internal static class Wire
{
    internal const string Unary = "/grpc.testing.TestService/UnaryCall";

    /// <summary>What came back: the HTTP status, and the status of gRPC where there is one.</summary>
    internal static async Task<(int Http, int? Grpc, HttpResponseMessage Answer)> SendAsync(
        Uri server, byte[] body, string path = Unary, string? contentType = "application/grpc", HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient { BaseAddress = server };
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, path) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        if (request.Method == HttpMethod.Post) request.Content = new ByteArrayContent(body);
        if (contentType is not null && request.Content is { } content) content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        await answer.Content.LoadIntoBufferAsync(TestContext.Current.CancellationToken);
        var status = Of(answer.Headers) ?? Of(answer.TrailingHeaders);
        return ((int)answer.StatusCode, status, answer);
    }

    internal static byte[] Frame(byte flag, uint length, params byte[] payload) => [flag, (byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length, .. payload];

    private static int? Of(HttpHeaders headers) => headers.TryGetValues("grpc-status", out var values) ? int.Parse(values.Single(), System.Globalization.CultureInfo.InvariantCulture) : null;
}
