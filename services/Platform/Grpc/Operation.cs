using System.Text;
using System.Text.Json.Nodes;
using Coordination.Contracts.Tokens;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Coordination.Platform.Grpc;

/// <summary>
/// A gRPC method and the route of its operation. Fields that the path names go into the path, <c>version</c> becomes If-Match, and
/// <c>idempotency_key</c> (or the metadata of that name) the key; the rest is the body of a POST or the query of a GET.
/// </summary>
internal sealed class Operation(RouteEndpoint route, MethodDescriptor method, string? agency)
{
    private const string Version = "version", Key = "idempotencyKey";
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(false));
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));
    private static readonly string[] Passed = ["Authorization", BoundCertificate.Header, "Idempotency-Key", "Coordination-Exercise", "traceparent", "tracestate"];
    /// <summary>A body of which nothing is said is an empty one.</summary>
    private readonly bool takesBody = route.Metadata.GetMetadata<IAcceptsMetadata>() is not null;
    private readonly string verb = route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET";

    internal MethodDescriptor Method => method;

    /// <summary>The same call over HTTP.</summary>
    internal HttpContext ToHttp(HttpContext outer, IMessage message, Stream answer, CancellationToken ct, bool asStream = false)
    {
        var fields = JsonNode.Parse(Formatter.Format(message))!.AsObject();
        IHeaderDictionary headers = new HeaderDictionary();
        foreach (var name in Passed)
            if (outer.Request.Headers.TryGetValue(name, out var value)) headers[name] = value;
        if (Take(fields, Key) is { } key) headers["Idempotency-Key"] = $"\"{key}\"";
        if (route.Metadata.GetMetadata<IfMatchRequired>() is not null && Take(fields, Version) is { } version) headers.IfMatch = $"\"{version}\"";
        var path = Path(fields);
        var (query, body) = verb == "GET" ? (Query(fields), []) : ("", fields.Count > 0 || takesBody ? Encoding.UTF8.GetBytes(fields.ToJsonString()) : []);
        if (body.Length > 0) (headers.ContentType, headers.ContentLength) = ("application/json", body.Length);
        if (asStream) headers.Accept = "text/event-stream";
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = verb, Scheme = outer.Request.Scheme, Protocol = outer.Request.Protocol, Path = path, RawTarget = path + query, QueryString = query, Headers = headers, Body = new MemoryStream(body),
        });
        features.Set<IHttpRequestBodyDetectionFeature>(new HasBody(body.Length > 0));
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(answer));
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = ct });
        features.Set(outer.Features.Get<IHttpConnectionFeature>());
        return new DefaultHttpContext(features);
    }

    /// <summary>The answer as the method's message; what it does not know is left out.</summary>
    internal IMessage Read(MemoryStream answer) => Parser.Parse(answer.Length == 0 ? "{}" : Encoding.UTF8.GetString(answer.ToArray()), method.OutputType);

    internal static IMessage ReadAs(MessageDescriptor type, string json) => Parser.Parse(json, type);

    private string Path(JsonObject fields) => string.Concat(route.RoutePattern.PathSegments.Select(s => "/" + string.Concat(s.Parts.Select(p => p switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        // A field that is missing leaves a segment that no route fits: 404, as over HTTP.
        // An agency's own instance is nobody else's; who names another is told so by the operation.
        RoutePatternParameterPart { Name: "agency" } when agency is not null => Uri.EscapeDataString(Take(fields, "agency") ?? agency),
        RoutePatternParameterPart parameter => Uri.EscapeDataString(Take(fields, parameter.Name) ?? "-"),
        _ => "",
    }))));

    private static string Query(JsonObject fields) => QueryString.Create(fields.Select(f => KeyValuePair.Create(f.Key, f.Value?.ToString()))).Value ?? "";

    private static string? Take(JsonObject fields, string name)
    {
        var value = fields[name]?.ToString();
        fields.Remove(name);
        return value;
    }

    private sealed record HasBody(bool CanHaveBody) : IHttpRequestBodyDetectionFeature;
}
