namespace Coordination.AgencyDesk;

/// <summary>What the desk is told. Dapr's injector sets what begins with <c>DAPR_</c> and <c>APP_</c>.</summary>
/// <param name="Agency">Whose desk it is.</param>
/// <param name="Sidecar">Where the sidecar listens.</param>
/// <param name="SidecarToken">What the sidecar asks of the app, or null.</param>
/// <param name="AppToken">What the app asks of the sidecar, or null.</param>
/// <param name="TokenFile">File with the access token for the region. It is read for each call: whoever renews it renews the file.</param>
internal sealed record DeskOptions(string Agency, Uri Sidecar, string? SidecarToken, string? AppToken, string TokenFile)
{
    /// <summary>The pub/sub component, the region's topic in it, and the agency's own.</summary>
    internal const string PubSub = "region-events", Events = "events";

    internal string Notices => $"{Agency}-notices";

    internal static DeskOptions OfEnvironment() => new(
        Needed("DESK_AGENCY"), new Uri($"http://127.0.0.1:{Environment.GetEnvironmentVariable("DAPR_HTTP_PORT") ?? "3500"}"),
        Environment.GetEnvironmentVariable("DAPR_API_TOKEN"), Environment.GetEnvironmentVariable("APP_API_TOKEN"), Needed("DESK_TOKEN_FILE"));

    private static string Needed(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : throw new InvalidOperationException($"{name} is not set.");
}
