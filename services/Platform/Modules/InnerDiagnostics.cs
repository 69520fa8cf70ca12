using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Coordination.Platform;

/// <summary>
/// A request passes the front door and then the pipeline of an instance. The front door's span and duration are the request's; the inner
/// pipeline's own would be the same again, so they go under a name that nobody listens to.
/// </summary>
internal sealed class InnerDiagnostics : IMeterFactory
{
    private const string Name = "Coordination.Inner";

    internal static void Add(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton(new ActivitySource(Name)));
        services.Replace(ServiceDescriptor.Singleton<IMeterFactory>(new InnerDiagnostics()));
    }

    public Meter Create(MeterOptions options) => new(Name);

    public void Dispose() { }
}
