using System.Text.Json.Nodes;
using Coordination.CommandLine.Regions;
using Coordination.CommandLine.Sessions;

namespace Coordination.Tests.Unit.CommandLine;

/// <summary>At which of a region's providers a person signs in.</summary>
public sealed class RegionProviderTests
{
    private const string Own = """{"issuer":"https://login.region.example","agencies":null}""", Fire = """{"issuer":"https://login.fire.example/realm","agencies":["fire","fire-north"]}""";

    [Theory]
    [InlineData("fire-north", "https://login.fire.example/realm")]
    [InlineData("harbour", "https://login.region.example/")]
    public void The_agencys_own_comes_first_and_the_regions_is_for_all_others(string agency, string chosen) => Assert.Equal(chosen, Choose($"[{Own},{Fire}]", agency)!.AbsoluteUri);

    [Fact]
    public void Where_there_is_one_nothing_need_be_said() => Assert.Equal("https://login.region.example/", Choose($"[{Own}]", null)!.AbsoluteUri);

    [Fact]
    public void A_region_with_its_local_issuer_alone_names_none() => Assert.Null(Choose("[]", "fire"));

    [Theory]
    [InlineData($"[{Own},{Fire}]", null, "https://login.region.example, https://login.fire.example/realm")]
    [InlineData($"[{Fire}]", "harbour", "speaks for harbour")]
    public void Where_none_or_several_fit_it_is_said_which_there_are(string offered, string? agency, string said) =>
        Assert.Contains(said, Assert.Throws<RegionException>(() => Choose(offered, agency)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_word_of_a_region_that_anybody_on_the_way_can_change_is_not_taken() =>
        Assert.Contains("is not https", Assert.Throws<RegionException>(() => Choose($"[{Own}]", null, "http://region.example")).Message, StringComparison.Ordinal);

    private static Uri? Choose(string offered, string? agency, string region = "https://region.example") => RegionProviders.Choose(new(region), JsonNode.Parse(offered)!.AsArray(), agency);
}
