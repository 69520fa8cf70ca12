using Coordination.PublicInformation.Cap;

namespace Coordination.Tests.Unit.PublicInformation.Cap;

/// <summary>An alert by code is found where it holds, in whatever system the package names.</summary>
public sealed class AreaKeysTests
{
    [Theory]
    [InlineData("GB/T 2260", "440000", "440303"), InlineData("GB/T 2260", "440303", "440000"), InlineData("GB/T 2260", "440300", "440303001001"), InlineData("GB/T 2260", "440303", "440303")]
    [InlineData("SAME", "006000", "006109"), InlineData("SAME", "006109", "006000"), InlineData("SAME", "000000", "048201"), InlineData("SAME", "012086", "000000"), InlineData("SAME", "010000", "010003")]
    [InlineData("SAME", "106109", "006109"), InlineData("SAME", "006109", "106109"), InlineData("UGC", "CAZ006", "CAZ006")]
    public void What_holds_there_is_found(string system, string alert, string asked) => Assert.True(Finds(system, alert, asked));

    [Theory]
    [InlineData("GB/T 2260", "440303", "440304"), InlineData("GB/T 2260", "440000", "450303")]
    [InlineData("SAME", "010000", "012086"), InlineData("SAME", "012086", "010000"), InlineData("SAME", "006109", "006037"), InlineData("SAME", "001000", "010001")]
    [InlineData("UGC", "440000", "440303"), InlineData("EMMA_ID", "006000", "006109")]
    public void What_holds_elsewhere_is_not(string system, string alert, string asked) => Assert.False(Finds(system, alert, asked));

    private static bool Finds(string system, string alert, string asked) => AreaKeys.Of(alert, system).Intersect(AreaKeys.At(asked, system)).Any();
}
