using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Coordination.Gateway;

/// <summary>The gateway's part of each trace, by OTLP over HTTP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set.</summary>
internal sealed class Tracing(IConfiguration configuration) : IHostedService, IDisposable
{
    private TracerProvider? provider;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 } endpoint)
            provider = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(ResourceBuilder.CreateDefault().AddService("coordination-gateway"))
                .AddSource("Microsoft.AspNetCore", "Yarp.ReverseProxy").AddOtlpExporter(o =>
                {
                    o.Protocol = OtlpExportProtocol.HttpProtobuf;
                    o.Endpoint = new Uri($"{endpoint.TrimEnd('/')}/v1/traces");
                }).Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => provider?.Dispose();
}
