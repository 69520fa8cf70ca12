using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Coordination.Bench;

/// <summary>The web server that a floor stands on: nothing but the server, and like ours it writes no line for a call.</summary>
internal static class Twin
{
    internal static WebApplicationBuilder Builder()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        return builder;
    }
}
