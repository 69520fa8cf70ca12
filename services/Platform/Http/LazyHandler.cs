using Microsoft.AspNetCore.Http;

namespace Coordination.Platform;

/// <summary>What answers a route, compiled at its first call; those who call at once wait for one compilation.</summary>
internal sealed class LazyHandler(Func<RequestDelegate> compile)
{
    private readonly Lazy<RequestDelegate> compiled = new(compile);

    internal Task InvokeAsync(HttpContext http) => compiled.Value(http);

    /// <summary>Compiles it without a call, for tests.</summary>
    /// <exception cref="InvalidOperationException">The handler's parameters or its answer cannot be bound.</exception>
    internal void Compile() => _ = compiled.Value;
}
