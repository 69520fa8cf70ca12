using Coordination.Contracts;
using Microsoft.AspNetCore.Http;

namespace Coordination.Platform;

/// <summary>The title of a problem document follows <c>Accept-Language</c>: Chinese for who prefers it, English for everyone else. <c>type</c> never changes.</summary>
internal static class ProblemLanguage
{
    internal static void Choose(ProblemDetailsContext context)
    {
        if (context.ProblemDetails.Type?.Split(':')[^1] is { } rule && PrefersChinese(context.HttpContext) && ProblemTitles.InChinese(rule) is { } title)
            context.ProblemDetails.Title = title;
    }

    private static bool PrefersChinese(HttpContext http) => http.Request.GetTypedHeaders().AcceptLanguage
        .Where(l => l.Quality is null or > 0).OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString().Split('-')[0].ToLowerInvariant())
        .FirstOrDefault(l => l is "zh" or "en" or "*") == "zh";
}
