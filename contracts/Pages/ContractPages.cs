using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Coordination.Contracts.Pages;

/// <summary>
/// The contracts at a region's address, for anyone: <c>/docs</c> to read, <c>/openapi</c>, <c>/asyncapi</c> and <c>/proto</c> for machines. Each page is made at its first call.
/// </summary>
internal sealed class ContractPages(ContractFiles files)
{
    private readonly ConcurrentDictionary<string, StoredPage> pages = new(StringComparer.Ordinal);

    internal void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "/docs", http => ShowAsync(http, Preferred(http)));
        Map(routes, "/docs/{language}", http => ShowAsync(http, $"{http.Request.RouteValues["language"]}"));
        Map(routes, "/openapi/v1.json", http => WriteAsync(http, "openapi", () => Json(MergedApi.Of([.. files.Documents()]))));
        // A service that runs here answers for itself; this is for those that do not.
        Map(routes, "/openapi/{service}.json", http => files.Services.FirstOrDefault(s => s == $"{http.Request.RouteValues["service"]}") is { } service
            ? WriteAsync(http, $"openapi/{service}", () => new("application/json", files.Document(service))) : Nothing(http));
        Map(routes, "/asyncapi/v1.json", http => WriteAsync(http, "asyncapi", () => new("application/json", files.AsyncApi())));
        Map(routes, "/proto/{**path}", http => files.Protos.FirstOrDefault(p => p == $"{http.Request.RouteValues["path"]}") is { } proto
            ? WriteAsync(http, proto, () => new("text/plain; charset=utf-8", files.Proto(proto))) : Nothing(http));
    }

    private static void Map(IEndpointRouteBuilder routes, string pattern, RequestDelegate answer) => routes.MapMethods(pattern, ["GET"], answer);

    private Task ShowAsync(HttpContext http, string language)
    {
        if (!Words.Languages.Contains(language)) return Nothing(http);
        http.Response.Headers.ContentLanguage = language;
        if (!http.Request.RouteValues.ContainsKey("language")) http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        return WriteAsync(http, $"docs/{language}", () => DocsPage.Of(files, language));
    }

    private Task WriteAsync(HttpContext http, string name, Func<StoredPage> make) => pages.GetOrAdd(name, _ => make()).WriteAsync(http);

    private static StoredPage Json(JsonObject document) => new("application/json", document.ToJsonString(Html.Readable) + "\n");

    /// <summary>The program around it says in its own form that there is nothing.</summary>
    private static Task Nothing(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>The language that the reader prefers, of the two that there are.</summary>
    internal static string Preferred(HttpContext http) => http.Request.GetTypedHeaders().AcceptLanguage
        .Where(l => l.Quality is null or > 0).OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString().Split('-')[0].ToLowerInvariant())
        .FirstOrDefault(l => l is "zh" or "en" or "*") == "zh" ? "zh-CN" : "en";
}
