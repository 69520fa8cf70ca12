using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace Coordination.Platform;

/// <summary>What a route demands of its caller.</summary>
public static class RouteRules
{
    /// <summary>The caller's token must carry one of these roles.</summary>
    public static TBuilder RequireRole<TBuilder>(this TBuilder route, params string[] roles) where TBuilder : IEndpointConventionBuilder
    {
        route.RequireAuthorization(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireClaim("roles", roles).Build());
        route.WithMetadata(new RequiredRoles(roles));
        return route;
    }

    /// <summary>The caller must say which version it decided on (<c>If-Match</c>): 428 without, 412 when it is not the newest.</summary>
    public static TBuilder RequireIfMatch<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new IfMatchRequired());

    /// <summary>A call that may decide about a life: no quota holds it up, and it is let in when others are asked to come again.</summary>
    public static TBuilder IsLifeSafety<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new LifeSafetyRoute());

    /// <summary>With <c>Accept: text/event-stream</c> it is answered with a stream, which waits most of its life and is no load while it does.</summary>
    public static TBuilder MayStream<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new StreamRoute());

    /// <summary>A POST that changes nothing that could be done twice, such as a check: it takes no <c>Idempotency-Key</c> and no transaction.</summary>
    public static TBuilder ReadsOnly<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new ReadOnlyRoute());

    /// <summary>What is sent bears an id by which it is known again: the call needs no <c>Idempotency-Key</c>, and may have one.</summary>
    public static TBuilder NamesItself<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new SelfNamedRoute());

    /// <summary>The body is XML, and the use case reads it: who may not call hears that first, whatever was sent.</summary>
    /// <param name="route">The route.</param>
    /// <param name="most">Most bytes of the body; 1 MiB, as elsewhere, where nothing is said.</param>
    public static TBuilder TakesXml<TBuilder>(this TBuilder route, int most = CallMiddleware.BodyLimit) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new XmlRoute(most));

    /// <summary>The answer holds a secret that is shown once: what is kept of it for a repetition of the call is sealed.</summary>
    public static TBuilder SealsAnswer<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder =>
        route.WithMetadata(new SealedAnswer());
}

/// <summary>Metadata: roles of which the caller must hold one.</summary>
/// <param name="Roles">See <c>Coordination.Contracts.Roles</c>.</param>
public sealed record RequiredRoles(IReadOnlyList<string> Roles);

/// <summary>Metadata: the route decides on a version.</summary>
public sealed record IfMatchRequired;

internal sealed record ReadOnlyRoute;

internal sealed record StreamRoute;

internal sealed record SealedAnswer;

internal sealed record SelfNamedRoute;

internal sealed record XmlRoute(int Most);

/// <summary>A view of something that has a version; its ETag is made from it.</summary>
public interface IVersioned
{
    /// <summary>Grows by one with every change.</summary>
    int Version { get; }
}
