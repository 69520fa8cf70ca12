using Microsoft.AspNetCore.Http;

namespace Coordination.Platform;

/// <summary>Which language a caller reads (<c>Accept-Language</c>): Chinese for who prefers it, English for everyone else.</summary>
public static class ReaderLanguage
{
    /// <summary>True for who prefers Chinese.</summary>
    public static bool PrefersChinese(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(l => l.Quality is null or > 0).OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString().Split('-')[0].ToLowerInvariant())
        .FirstOrDefault(l => l is "zh" or "en" or "*") == "zh";

    /// <summary>True for who prefers this media type to JSON.</summary>
    public static bool Prefers(HttpRequest request, string mediaType) => request.GetTypedHeaders().Accept
        .Where(a => a.Quality is null or > 0).OrderByDescending(a => a.Quality ?? 1).Select(a => a.MediaType.ToString())
        .FirstOrDefault(a => a == mediaType || a is "application/json" or "application/*" or "*/*") == mediaType;
}
