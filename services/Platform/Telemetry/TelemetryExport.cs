using Microsoft.Extensions.Configuration;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Coordination.Platform;

/// <summary>Sends traces and metrics by OTLP over HTTP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</summary>
internal sealed class TelemetryExport(TracerProvider traces, MeterProvider metrics) : IDisposable
{
    internal static TelemetryExport? Start(IConfiguration configuration, string region)
    {
        if (Endpoint(configuration) is not { } endpoint) return null;
        var resource = ResourceBuilder.CreateDefault().AddService("coordination", serviceNamespace: region);
        return new(
            Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Telemetry.Name, "Microsoft.AspNetCore")
                .AddOtlpExporter(o => Point(o, endpoint, "traces")).Build(),
            Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Telemetry.Name, "Microsoft.AspNetCore.Hosting", "System.Runtime")
                .AddOtlpExporter(o => Point(o, endpoint, "metrics")).Build());
    }

    internal static string? Endpoint(IConfiguration configuration) => configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 } e ? e : null;

    internal static void Point(OtlpExporterOptions options, string endpoint, string signal)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri($"{endpoint.TrimEnd('/')}/v1/{signal}");
    }

    public void Dispose()
    {
        traces.Dispose();
        metrics.Dispose();
    }
}
