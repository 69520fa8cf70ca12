using System.Net;
using Coordination.Platform;

namespace Coordination.Tests.Functional.Exchange;

/// <summary>DNS rebinding: a name that stands for an allowed address when it is judged and for a closed one a moment later.</summary>
public sealed class RebindingTests
{
    private static readonly IPAddress Open = IPAddress.Parse("127.0.0.1"), Closed = IPAddress.Parse("127.0.0.2");

    [Fact]
    public async Task A_connection_goes_to_the_address_that_was_judged_and_a_name_that_moved_is_refused()
    {
        await using var mine = await Receiver.StartAsync();
        await using var inner = await Receiver.StartAsync(address: "127.0.0.2");
        var names = new TurningName([Open], [Closed], [Open, Closed], []);
        using var post = new OutboundPost(new OutboundRules(Receiver.Allowed), names);
        var outcomes = new List<OutboundOutcome>();
        // The port of the inner one: an attacker's name leads there once the check is over.
        foreach (var port in new[] { mine.Url.Port, inner.Url.Port, inner.Url.Port, inner.Url.Port })
            outcomes.Add((await post.SendAsync(new($"http://hooks.example:{port}/hook"), "application/json", new Dictionary<string, string>(), "{}"u8.ToArray(), TestContext.Current.CancellationToken)).Outcome);
        Assert.Equal([OutboundOutcome.Answered, OutboundOutcome.NotAllowed, OutboundOutcome.NotAllowed, OutboundOutcome.NotAllowed], outcomes);
        Assert.Equal(4, names.Asked);
        Assert.Single(mine.Parcels);
        Assert.Empty(inner.Parcels);
    }

    /// <summary>Gives another answer each time it is asked.</summary>
    private sealed class TurningName(params IReadOnlyList<IPAddress>[] answers) : IHostAddresses
    {
        private int asked;

        internal int Asked => asked;

        public Task<IReadOnlyList<IPAddress>> OfAsync(string host, CancellationToken ct) => Task.FromResult(answers[Interlocked.Increment(ref asked) - 1]);
    }
}
