using Coordination.Contracts;
using Microsoft.AspNetCore.Http;

namespace Coordination.Platform;

/// <summary>The title of a problem document follows <c>Accept-Language</c>: Chinese for who prefers it, English for everyone else. <c>type</c> never changes.</summary>
internal static class ProblemLanguage
{
    internal static void Choose(ProblemDetailsContext context)
    {
        if (context.ProblemDetails.Type?.Split(':')[^1] is { } rule && ReaderLanguage.PrefersChinese(context.HttpContext.Request) && ProblemTitles.InChinese(rule) is { } title)
            context.ProblemDetails.Title = title;
    }
}
