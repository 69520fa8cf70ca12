using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Tests.Simulation;

/// <summary>Resolves what Platform registered, by reflection. A simulated process lives for milliseconds: the usual container spends more on compiling itself.</summary>
internal sealed class LeanContainer(IServiceCollection registered) : IServiceProvider, IServiceScopeFactory
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, (ConstructorInfo Constructor, ParameterInfo[] Parameters)> Constructors = new();
    private readonly Dictionary<Type, ServiceDescriptor> descriptors = registered.GroupBy(d => d.ServiceType).ToDictionary(g => g.Key, g => g.Last());
    private readonly Dictionary<Type, object> singletons = [];

    public object? GetService(Type serviceType) => Get(serviceType, this, null);

    public IServiceScope CreateScope() => new Scope(this);

    private object? Get(Type type, IServiceProvider from, Dictionary<Type, object>? scoped)
    {
        if (type == typeof(IServiceScopeFactory)) return this;
        if (type == typeof(IServiceProvider)) return from;
        if (Find(type) is not { } descriptor) return null;
        var kept = descriptor.Lifetime == ServiceLifetime.Singleton ? singletons : scoped ?? throw new InvalidOperationException($"{type} belongs to a scope");
        if (kept.TryGetValue(type, out var made)) return made;
        return kept[type] = Make(type, descriptor, descriptor.Lifetime == ServiceLifetime.Singleton ? this : from);
    }

    private ServiceDescriptor? Find(Type type) => descriptors.TryGetValue(type, out var exact) ? exact
        : type.IsGenericType && descriptors.TryGetValue(type.GetGenericTypeDefinition(), out var open) ? open : null;

    private static object Make(Type type, ServiceDescriptor descriptor, IServiceProvider from)
    {
        if (descriptor.ImplementationInstance is { } instance) return instance;
        if (descriptor.ImplementationFactory is { } factory) return factory(from);
        var implementation = descriptor.ImplementationType!;
        if (implementation.IsGenericTypeDefinition) implementation = implementation.MakeGenericType(type.GetGenericArguments());
        var (constructor, parameters) = Constructors.GetOrAdd(implementation, t =>
        {
            var widest = t.GetConstructors().MaxBy(c => c.GetParameters().Length) ?? throw new InvalidOperationException($"{t} has no public constructor");
            return (widest, widest.GetParameters());
        });
        return constructor.Invoke([.. parameters.Select(p => from.GetService(p.ParameterType) ?? (p.HasDefaultValue ? p.DefaultValue : throw new InvalidOperationException($"{implementation} wants {p.ParameterType}")))]);
    }

    private sealed class Scope(LeanContainer container) : IServiceScope, IServiceProvider, IAsyncDisposable
    {
        private readonly Dictionary<Type, object> scoped = [];

        public IServiceProvider ServiceProvider => this;

        public object? GetService(Type serviceType) => container.Get(serviceType, this, scoped);

        public void Dispose()
        {
            foreach (var disposable in scoped.Values.Reverse().OfType<IDisposable>()) disposable.Dispose();
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var one in scoped.Values.Reverse())
                if (one is IAsyncDisposable later) await later.DisposeAsync();
                else (one as IDisposable)?.Dispose();
        }
    }
}
