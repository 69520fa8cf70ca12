using Coordination.CommandLine.Provisioning;

namespace Coordination.Tests.Unit.Clients;

public sealed class AgencyNameTests
{
    /// <summary>A name becomes a virtual host, a user and part of what the broker's rights are written in.</summary>
    [Theory]
    [InlineData("fire", true)]
    [InlineData("fire-2", true)]
    [InlineData("exercise-unit", true)]
    [InlineData("exercise", false)]
    [InlineData("Fire", false)]
    [InlineData("fire.north", false)]
    [InlineData(".*", false)]
    [InlineData("", false)]
    public void An_agency_that_is_provisioned_has_a_plain_name_and_not_that_of_exercises(string name, bool isName) => Assert.Equal(isName, AgencyProvision.IsName(name));

    [Fact]
    public void No_agency_is_the_user_of_an_instance() => Assert.Equal("agency.exchange", AgencyProvision.UserOf("exchange"));
}
