using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace Coordination.Platform;

/// <summary>401 and 403 as problem documents.</summary>
internal sealed class AccessAnswers : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded) return next(context);
        if (authorizeResult.Forbidden)
        {
            RefusedTokens.LogForbidden(context, Caller.From(context.User).Agency);
            var roles = context.GetEndpoint()?.Metadata.GetMetadata<RequiredRoles>()?.Roles ?? [];
            return Problems.WriteAsync(context, Refusal.Forbidden("role-required", roles.Count > 0 ? $"This needs one of the roles {string.Join(", ", roles)}." : "You may not do this."));
        }
        return RefuseAsync(context, null);
    }

    /// <summary>401, as RFC 6750 has it: the word about the token only where there was one.</summary>
    internal static Task RefuseAsync(HttpContext context, Exception? failure)
    {
        if (failure is not null) RefusedTokens.Log(context, failure);
        context.Response.Headers.WWWAuthenticate = failure is null ? "Bearer" : "Bearer error=\"invalid_token\"";
        return Problems.WriteAsync(context, new Refusal("token-required", "A valid bearer token of this region is required.", "@Authorization", 401));
    }
}
