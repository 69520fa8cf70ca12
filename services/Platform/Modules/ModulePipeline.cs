using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Platform;

/// <summary>The pipeline of one service instance.</summary>
internal static class ModulePipeline
{
    internal static void Use(WebApplication app, ServiceModule module, ServiceInstance instance)
    {
        app.UseMiddleware<ErrorBoundary>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<WrongTokens>();
        app.UseAuthorization();
        app.UseMiddleware<QuotaMiddleware>();
        app.UseMiddleware<CallMiddleware>();
        var filter = ActivatorUtilities.CreateInstance<WriteFilter>(app.Services);
        var routes = app.MapGroup("").AddEndpointFilter(filter).WithTags(module.Name);
        module.Map(routes);
        ServicePages.Map(routes, module, instance);
        ((IEndpointRouteBuilder)app).MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
    }
}
