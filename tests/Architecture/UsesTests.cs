using System.Text;

namespace Coordination.Tests.Architecture;

/// <summary>The reader of instructions must see what a rule forbids, wherever it hides.</summary>
public sealed class UsesTests
{
    [Theory]
    [InlineData(typeof(InABody))]
    [InlineData(typeof(InAClosure))]
    [InlineData(typeof(InAnAsyncMethod))]
    [InlineData(typeof(InASignature))]
    public void A_mention_is_seen_in_bodies_closures_state_machines_and_signatures(Type type) => Assert.Contains(typeof(StringBuilder), Uses.Of(type));

    [Fact]
    public void What_is_not_mentioned_is_not_seen() => Assert.DoesNotContain(typeof(StringBuilder), Uses.Of(typeof(Clean)));

    private sealed class Clean { public int Twice(int x) => Math.Max(1, x * 2); }

    private sealed class InABody { public string Text() => new StringBuilder().ToString(); }

    private sealed class InAClosure { public IEnumerable<string> Text(int[] of) => of.Select(i => new StringBuilder().Append(i).ToString()); }

    private sealed class InAnAsyncMethod
    {
        public async Task<string> Text()
        {
            await Task.Yield();
            return new StringBuilder().ToString();
        }
    }

    private sealed class InASignature { public StringBuilder? Text { get; set; } }
}
