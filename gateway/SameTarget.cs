using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Transforms;

namespace Coordination.Gateway;

/// <summary>The target goes on byte for byte: put together anew from its parts, an escaped slash would be escaped twice.</summary>
internal static class SameTarget
{
    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    internal static ValueTask SetAsync(RequestTransformContext context)
    {
        var target = context.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget;
        if (target.StartsWith('/')) context.ProxyRequest.RequestUri = new Uri(context.DestinationPrefix.TrimEnd('/') + target, AsItIs);
        return ValueTask.CompletedTask;
    }
}
