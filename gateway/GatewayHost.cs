using Microsoft.AspNetCore.Connections;

namespace Coordination.Gateway;

/// <summary>Runs the gateway until SIGTERM or Ctrl-C.</summary>
internal static class GatewayHost
{
    private const string Usage = "The gateway takes no arguments. Environment: ASPNETCORE_URLS, COORDINATION_GRPC_URLS, COORDINATION_ROUTES, COORDINATION_GRPC_ROUTES, "
        + "COORDINATION_AUTHORITY, COORDINATION_PROVIDERS, COORDINATION_REGION, COORDINATION_CERTIFICATE, COORDINATION_CERTIFICATE_KEY, COORDINATION_CLIENT_CA, COORDINATION_RATE.";

    /// <summary>Exit status 0 after a clean stop, 1 when it could not start (one line on standard error says why), 2 for arguments.</summary>
    internal static async Task<int> RunAsync(string[] args)
    {
        if (args.Length > 0)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }
        try
        {
            var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
            await using var app = GatewayApp.Build(GatewayOptions.Read(configuration), configuration);
            await app.RunAsync();
            return 0;
        }
        catch (Exception e) when (e is InvalidDataException || e is IOException { InnerException: AddressInUseException })
        {
            await Console.Error.WriteLineAsync($"Cannot start: {e.Message}");
            return 1;
        }
    }
}
