using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Coordination.Platform;

/// <summary>A token that is not good is refused everywhere, also where none is needed: who sends it believes to be somebody, and is told at once.</summary>
internal sealed class WrongTokens(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        // Asked once for a call, by the step before this one; that keeps only what is good.
        if ((await http.AuthenticateAsync()).Failure is { } failure) await AccessAnswers.RefuseAsync(http, failure);
        else await next(http);
    }
}
