using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;

namespace Coordination.Platform;

/// <summary>Logs: one line each for people, JSON with <c>COORDINATION_LOG=json</c>, and OTLP when an endpoint is set.</summary>
internal static class Logs
{
    internal static void Add(ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.SetMinimumLevel(LogLevel.Information);
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical);
        // That a token was refused, or could not be checked, is said in a line of our own.
        logging.AddFilter("Microsoft.AspNetCore.Authentication", LogLevel.Critical);
        // That a start failed is said by whoever catches it; what stops a running process is Critical.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        if (configuration["COORDINATION_LOG"] == "json") logging.AddJsonConsole(o => (o.UseUtcTimestamp, o.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        else logging.AddSimpleConsole(o =>
        {
            o.SingleLine = true;
            o.UseUtcTimestamp = true;
            o.TimestampFormat = "HH:mm:ss ";
        });
        if (TelemetryExport.Endpoint(configuration) is { } endpoint)
            logging.AddOpenTelemetry(o => o.AddOtlpExporter(e => TelemetryExport.Point(e, endpoint, "logs")));
    }
}
