using System.Diagnostics.CodeAnalysis;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Coordination;

/// <summary>
/// The framework's methods of these names, with one difference: the code that reads a route's parameters and writes its answer is compiled at the
/// route's first call. To compile all of them was most of a start. This namespace is around every service's own, so these are found before the framework's.
/// </summary>
public static class LazyRoutes
{
    /// <summary>Adds a route for GET.</summary>
    public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Delegate handler) =>
        Map(routes, pattern, handler, HttpMethods.Get);

    /// <summary>Adds a route for POST.</summary>
    public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Delegate handler) =>
        Map(routes, pattern, handler, HttpMethods.Post);

    /// <summary>Adds a route for PUT.</summary>
    public static RouteHandlerBuilder MapPut(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Delegate handler) =>
        Map(routes, pattern, handler, HttpMethods.Put);

    /// <summary>Adds a route for DELETE.</summary>
    public static RouteHandlerBuilder MapDelete(this IEndpointRouteBuilder routes, [StringSyntax("Route")] string pattern, Delegate handler) =>
        Map(routes, pattern, handler, HttpMethods.Delete);

    /// <summary>What others read of a route (its metadata) is there at once, and so is the error of a handler whose parameters have no source.</summary>
    private static RouteHandlerBuilder Map(IEndpointRouteBuilder routes, string pattern, Delegate handler, string method) =>
        RouteHandlerServices.Map(routes, pattern, handler, [method], RequestDelegateFactory.InferMetadata, (h, options, metadata) =>
            new(new LazyHandler(() => RequestDelegateFactory.Create(h, options, metadata).RequestDelegate).InvokeAsync, []));
}
