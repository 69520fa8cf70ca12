using System.Security.Cryptography;
using System.Text;

namespace Coordination.AgencyDesk;

/// <summary>
/// An example of an agency's own app beside a Dapr sidecar, over plain HTTP, without Dapr's SDK and without a line of the region's code. It takes the region's
/// events, acknowledges what is addressed to its agency by calling the region, and tells the agency's other systems.
/// </summary>
internal static class DeskApp
{
    /// <param name="options">What it is told.</param>
    /// <param name="url">Where it listens; by default where the environment says.</param>
    internal static WebApplication Build(DeskOptions options, string? url = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        if (url is not null) builder.WebHost.UseUrls(url);
        builder.Services.AddSingleton(options);
        builder.Services.AddHttpClient<SidecarClient>(http => http.Timeout = TimeSpan.FromMinutes(2));
        builder.Services.AddSingleton<HandledEvents>();
        builder.Services.AddSingleton<HeardNotices>();
        var app = builder.Build();
        app.Use((http, next) => IsSidecar(http, options) ? next(http) : RefuseAsync(http));
        app.MapGet("/alive", () => Results.Ok());
        WhatIsSubscribed.Map(app);
        TakeEvent.Map(app);
        TakeNotice.Map(app);
        return app;
    }

    /// <summary>Only the sidecar knows the app's token. The cluster's probes come without it.</summary>
    private static bool IsSidecar(HttpContext http, DeskOptions options) => options.AppToken is not { } token || http.Request.Path == "/alive"
        || CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(http.Request.Headers["dapr-api-token"].ToString()), Encoding.UTF8.GetBytes(token));

    private static Task RefuseAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
