using System.Security.Claims;
using Coordination.Contracts.Tokens;
using Coordination.Tests.Unit.Clients;
using Microsoft.IdentityModel.Tokens;

namespace Coordination.Tests.Unit.Identity;

public sealed class CheckedTokenTests
{
    private readonly FakeTime time = new();
    private readonly ClaimsPrincipal holder = new();
    private readonly Keys keys = new();

    [Fact]
    public void What_was_found_good_is_remembered_for_a_minute()
    {
        var known = new CheckedTokens(time);
        known.Keep("one", holder, keys, keys.Edition, time.GetUtcNow() + TimeSpan.FromHours(1));
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.Same(holder, known.Find("one"));
        Assert.Null(known.Find("two"));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(known.Find("one"));
    }

    [Fact]
    public void It_is_not_remembered_past_its_end()
    {
        var known = new CheckedTokens(time);
        known.Keep("one", holder, keys, keys.Edition, time.GetUtcNow() + TimeSpan.FromSeconds(2));
        known.Keep("ended", holder, keys, keys.Edition, time.GetUtcNow());
        Assert.Null(known.Find("ended"));
        Assert.Same(holder, known.Find("one"));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(known.Find("one"));
    }

    [Fact]
    public void Under_other_keys_it_is_looked_at_anew()
    {
        var known = new CheckedTokens(time);
        known.Keep("one", holder, keys, keys.Edition, time.GetUtcNow() + TimeSpan.FromHours(1));
        Assert.Same(holder, known.Find("one"));
        foreach (var other in (object?[])[new(), null])
        {
            keys.Edition = other;
            Assert.Null(known.Find("one"));
        }
    }

    [Fact]
    public void The_memory_has_an_end_and_keeps_the_newest()
    {
        var known = new CheckedTokens(time, atMost: 10);
        for (var i = 0; i < 100; i++) known.Keep($"{i}", holder, keys, keys.Edition, time.GetUtcNow() + TimeSpan.FromHours(1));
        var kept = Enumerable.Range(0, 100).Where(i => known.Find($"{i}") is not null).ToList();
        Assert.InRange(kept.Count, 5, 10);
        Assert.Equal(Enumerable.Range(100 - kept.Count, kept.Count), kept);
    }

    private sealed class Keys : ITokenKeys
    {
        public string? Issuer => null;

        public object? Edition { get; set; } = new();

        public IEnumerable<SecurityKey> Find(string? kid) => [];

        public Task EnsureAsync(string? kid, CancellationToken ct) => Task.CompletedTask;
    }
}
