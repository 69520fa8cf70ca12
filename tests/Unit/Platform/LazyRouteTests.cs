using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Tests.Unit.Platform;

public sealed class LazyRouteTests
{
    [Fact]
    public async Task Many_first_callers_wait_for_one_compilation_and_each_is_answered()
    {
        var (compiled, answered) = (0, 0);
        using var start = new Barrier(8);
        var handler = new LazyHandler(() =>
        {
            Interlocked.Increment(ref compiled);
            return _ =>
            {
                Interlocked.Increment(ref answered);
                return Task.CompletedTask;
            };
        });
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(() =>
        {
            start.SignalAndWait();
            return handler.InvokeAsync(new DefaultHttpContext());
        }, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
        Assert.Equal((1, 8), (compiled, answered));
    }

    [Fact]
    public async Task A_lazy_route_tells_of_itself_what_the_framework_s_own_tells()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.MapPost("/things/{id:guid}", Change).WithName("lazy");
        EndpointRouteBuilderExtensions.MapPost(app, "/things/{id:guid}", Change).WithName("eager");
        var routes = ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).Cast<RouteEndpoint>().ToList();
        Assert.Equal(Told(routes[1]), Told(routes[0]));
        Assert.Contains(routes[0].Metadata, m => m is IAcceptsMetadata { RequestType: var type } && type == typeof(Thing));

        static IEnumerable<string> Told(RouteEndpoint route) => route.Metadata.Select(m => m.GetType().Name).Prepend(route.DisplayName!);
    }

    [Fact]
    public async Task A_parameter_that_nothing_can_fill_is_found_before_any_call()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/things", (Thing thing) => thing.Name);
        Assert.Throws<InvalidOperationException>(() => ((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints).ToList());
    }

    [Fact]
    public async Task An_answer_that_cannot_be_written_is_found_when_the_route_is_compiled()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/things", () => new TwiceNamed());
        var route = Assert.Single(((IEndpointRouteBuilder)app).DataSources.SelectMany(d => d.Endpoints));
        Assert.ThrowsAny<Exception>(Assert.IsType<LazyHandler>(route.RequestDelegate!.Target).Compile);
    }

    private static string Change(Guid id, Thing thing) => $"{id} {thing.Name}";

    internal sealed record Thing(string Name);

    /// <summary>Two members of one name: no JSON.</summary>
    internal sealed class TwiceNamed
    {
        [System.Text.Json.Serialization.JsonPropertyName("a")] public int First => 1;
        [System.Text.Json.Serialization.JsonPropertyName("a")] public int Second => 2;
    }
}
