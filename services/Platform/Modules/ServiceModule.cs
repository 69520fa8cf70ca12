using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Platform;

/// <summary>A service as a part that a process can run: its name, its routes, what it listens to. Use <see cref="ServiceModule{TDb}"/>.</summary>
public abstract class ServiceModule
{
    /// <summary>Lower-case name: path of its own pages, data file, event source.</summary>
    public abstract string Name { get; }

    /// <summary>Set where a service is closed to all but these roles: its clocks are not announced, and its pages are theirs alone.</summary>
    public virtual IReadOnlyList<string>? ConfidentialTo => null;

    /// <summary>True where its model has <see cref="Accesses"/>: then its access log is one of its pages.</summary>
    public virtual bool HasAccessLog => false;

    /// <summary>True where it signs what it tells the world: then it has <see cref="SigningKeys"/>, and does not start without.</summary>
    public virtual bool Signs => false;

    /// <summary>Services beyond those that Platform brings.</summary>
    public virtual void Add(IServiceCollection services) { }

    /// <summary>One line for each use case that HTTP reaches.</summary>
    public abstract void Map(IEndpointRouteBuilder routes);

    /// <summary>The gRPC services of <c>contracts/proto</c> through which its operations are reached too.</summary>
    public virtual IReadOnlyList<Google.Protobuf.Reflection.ServiceDescriptor> Rpc => [];

    /// <summary>The events it takes, and who handles each.</summary>
    public virtual void Subscribe(Subscriptions on) { }

    /// <summary>What happens when one of its clocks warns or is breached.</summary>
    public virtual void React(ClockReactions on) { }

    internal abstract Type DbType { get; }
    internal abstract void AddStorage(IServiceCollection services);
}

/// <summary>A service with its database.</summary>
/// <typeparam name="TDb">The service's own context; nobody else sees it.</typeparam>
public abstract class ServiceModule<TDb> : ServiceModule where TDb : ServiceDb
{
    internal sealed override Type DbType => typeof(TDb);

    internal sealed override void AddStorage(IServiceCollection services) => services.AddServiceDb<TDb>();
}
