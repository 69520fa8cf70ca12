using Coordination.Contracts;
using Coordination.Contracts.Events;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>The container of one service instance.</summary>
internal static class ModuleServices
{
    internal static void Add(IServiceCollection services, ServiceModule module, ServiceInstance instance, SharedParts shared)
    {
        services.AddSingleton(instance);
        services.AddSingleton(shared.Package);
        services.AddSingleton(shared.Time);
        services.AddSingleton(shared.Stopping);
        services.AddScoped(p => new Peers(shared.Peers, p.GetRequiredService<Call>(), shared.Time));
        AddBus(services, instance, shared);
        services.AddSingleton<ISecretBox>(_ => new SecretBox(shared.Options.KeyFile is { } file
            ? SecretBox.KeyAt(file.Replace("{instance}", instance.Name, StringComparison.Ordinal)) : SecretBox.KeyIn(shared.Data.Path, instance.Name)));
        if (module.Signs) services.AddSingleton(_ => SigningKeys.Open(shared.Options, shared.Data.Path, instance, shared.Time));
        services.AddSingleton(_ => new OutboundPost(new OutboundRules(shared.Options.OutboundAllow), new HostAddresses()));
        services.Replace(ServiceDescriptor.Singleton(shared.Logs));
        services.TryAddSingleton(typeof(ILogger<>), typeof(Logger<>));
        services.AddSingleton(shared.Options.Quota);
        services.AddSingleton<AgencyQuotas>();
        services.AddSingleton<Capacity>();
        AddHttp(services, module.Name, shared.Trust);
        AddCore(services);
        AddHandlers(services, module);
        services.AddStore(shared, instance);
        module.AddStorage(services);
        module.Add(services);
    }

    private static void AddBus(IServiceCollection services, ServiceInstance instance, SharedParts shared)
    {
        services.AddSingleton(p => new TopicExchanges(p.GetService<BrokerAddress>(), instance, p.GetRequiredService<ILogger<BrokerConnection>>()));
        if (shared.Options.Broker is not { } broker)
        {
            services.AddSingleton<IEventBus>(shared.Bus);
            return;
        }
        services.AddSingleton(BrokerAddress.Of(broker.For(instance), instance));
        services.AddSingleton<BrokerConnection>();
        services.AddSingleton<BrokerPublisher>();
        services.AddSingleton<IEventBus, BrokerBus>();
        services.AddSingleton<History>();
        services.AddSingleton<BrokerConsumer>();
    }

    private static void AddHttp(IServiceCollection services, string name, TokenTrust trust)
    {
        services.AddRouting();
        services.ConfigureHttpJsonOptions(o => Wire.Strict(o.SerializerOptions));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddProblemDetails(o => o.CustomizeProblemDetails = ProblemLanguage.Choose);
        trust.AddTo(services);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AccessAnswers>();
        ApiDocument.Add(services, name);
    }

    internal static void AddCore(IServiceCollection services)
    {
        services.AddScoped<Call>();
        services.AddScoped<AfterCommit>();
        services.AddScoped<Clocks>();
        services.AddSingleton<EndedAccess>();
        services.AddScoped(p => new AccessEnding(p.GetRequiredService<ServiceDb>(), p.GetRequiredService<EndedAccess>(), p.GetRequiredService<AfterCommit>(), p.GetRequiredService<IServiceStore>()));
        services.AddSingleton<EndedAccessReader>();
        services.AddSingleton<ExerciseTimes>();
        services.AddSingleton<Wakes>();
        services.AddSingleton<SealedWatch>();
        services.AddSingleton<LogTail>();
        services.AddSingleton(p => new EventLog(p.GetRequiredService<IServiceScopeFactory>(), p.GetRequiredService<SealedWatch>(), p.GetRequiredService<LogTail>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<WriteScope>();
        services.AddSingleton(p => new OwnWork(p.GetRequiredService<WriteScope>(), p.GetRequiredService<IServiceScopeFactory>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IdempotencyKeys>();
        services.AddSingleton<IJournalStore, JournalStore>();
        services.AddSingleton<IClockStore, ClockStore>();
        services.AddSingleton<Sealer>();
        services.AddSingleton<Relay>();
        services.AddSingleton<EventHandling>();
        services.AddSingleton<Consumer>();
        services.AddSingleton<RefusedMessages>();
        services.AddSingleton<DeferredLot>();
        services.AddSingleton<DeferredRetrier>();
        services.AddSingleton<ClockRunner>();
        services.AddSingleton<IdempotencyCleaner>();
        services.AddSingleton(p => new AccessLog(p.GetRequiredService<WriteScope>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<AccessKeeper>();
        services.AddSingleton<Gauges>();
        services.AddSingleton<ServiceLoops>();
        services.AddSingleton<ServiceStatus>();
        services.AddSingleton<EventFlowStatus>();
    }

    /// <summary>What a service takes: its own choice, and what every service takes.</summary>
    internal static Subscriptions SubscriptionsOf(ServiceModule module)
    {
        var subscriptions = new Subscriptions();
        subscriptions.Event<ExerciseTimeChanged, OnExerciseTimeChanged>();
        subscriptions.Event<AccessEnded, OnAccessEnded>();
        subscriptions.Event<AccessRestored, OnAccessEnded>();
        module.Subscribe(subscriptions);
        return subscriptions;
    }

    internal static void AddHandlers(IServiceCollection services, ServiceModule module)
    {
        var subscriptions = SubscriptionsOf(module);
        var reactions = new ClockReactions();
        module.React(reactions);
        services.AddSingleton(subscriptions);
        services.AddSingleton(reactions);
        foreach (var handler in subscriptions.Handlers.Concat(reactions.Types)) services.TryAddScoped(handler);
    }
}
