using System.Security.Cryptography;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Platform;

public sealed class IdempotencyKeyTests
{
    private static readonly byte[] Call = SHA256.HashData("POST /v1/gateway-messages\n{}"u8);

    [Fact]
    public void What_is_kept_of_a_call_is_known_again_and_tells_nothing_without_the_key()
    {
        var (mine, other) = (new SecretBox(new byte[32]), new SecretBox([.. Enumerable.Repeat((byte)1, 32)]));
        Assert.Equal(mine.Mark(Call), mine.Mark(Call));
        Assert.NotEqual(other.Mark(Call), mine.Mark(Call));
        Assert.NotEqual(Call, mine.Mark(Call));
        var key = new IdempotencyKey("fire/1", "k", mine.Mark(Call), Call);
        Assert.True(key.IsOf(mine.Mark(Call)));
        Assert.False(key.IsOf(mine.Mark([.. Call, 0])));
    }

    [Fact]
    public void What_an_earlier_release_kept_is_known_too() => Assert.True(new IdempotencyKey("fire/1", "k", [1], Call).IsOf(Call));
}
