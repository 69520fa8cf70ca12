using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Coordination.Platform;

namespace Coordination.Tests.Functional.Gateway;

public sealed class SilentServiceTests
{
    /// <summary>The kernel takes the connection, and nobody ever reads from it: a process that is stopped, or one that hangs.</summary>
    [Fact]
    public async Task A_service_that_takes_the_connection_and_never_answers_is_a_problem_document_when_patience_ends()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var edge = await Edge.StartAsync($"intake=http://{silent.LocalEndpoint}", patience: TimeSpan.FromSeconds(5));
        using var answer = await edge.Http.PostAsJsonAsync("/v1/reports", new { });
        Assert.NotNull(answer.Headers.RetryAfter);
        await answer.ProblemAsync(504, "service-late");
    }

    /// <summary>So it is for a service that asks another one: its caller is told within seconds.</summary>
    [Fact]
    public async Task A_peer_that_takes_the_connection_and_never_answers_is_away_when_patience_ends()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var directory = new PeerDirectory($"command=http://{silent.LocalEndpoint}", TimeProvider.System);
        var answer = await new global::Coordination.Platform.Peers(directory, new Call(), TimeProvider.System)
            .AskAsync<Rpc.Command.V1.Fact>(null, new Rpc.Command.V1.CheckFactRequest { Id = Guid.CreateVersion7().ToString() }, TestContext.Current.CancellationToken);
        Assert.True(answer.IsAway);
        Assert.Equal("peer-unavailable", answer.Refusal!.Rule);
    }
}
