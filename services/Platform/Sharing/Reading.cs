using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Platform;

/// <summary>Who reads, and how.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Person">The person or system, as its token names it.</param>
/// <param name="Operation">The name of the operation, the same over HTTP and gRPC.</param>
public sealed record Reading(string Agency, string Person, string Operation)
{
    /// <summary>The call at hand.</summary>
    public static Reading Of(HttpContext http, Call call)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(call);
        var route = http.GetEndpoint();
        return new(call.Caller.Agency, call.Caller.Subject, route?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? route?.DisplayName ?? "");
    }
}
