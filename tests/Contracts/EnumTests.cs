using System.Text.RegularExpressions;
using Coordination.Contracts;
using Coordination.Contracts.Events;

namespace Coordination.Tests.ContractTests;

/// <summary>The vocabularies are closed, and what is not built has no word in them.</summary>
public sealed partial class EnumTests
{
    private static IEnumerable<Type> Enums => typeof(IEvent).Assembly.GetTypes().Where(t => t.IsEnum);

    [Fact]
    public void No_value_of_any_vocabulary_names_what_is_not_built()
    {
        var found = Enums.SelectMany(t => Enum.GetNames(t).Where(n => Excluded().IsMatch(n)).Select(n => $"{t.Name}.{n}"));
        Assert.Equal([], found);
    }

    [Theory]
    [InlineData("DispersePetitioners")]
    [InlineData("MassIncident")]
    [InlineData("KeyPersonControl")]
    [InlineData("MonitorOpinion")]
    public void The_list_of_excluded_words_finds_them(string name) => Assert.Matches(Excluded(), name);

    [Fact]
    public void A_vocabulary_has_no_open_end() =>
        Assert.Equal([], Enums.SelectMany(t => Enum.GetNames(t).Where(n => n is "Other" or "Custom" or "Any").Select(n => $"{t.Name}.{n}")));

    [Fact]
    public void A_value_is_numbered_from_zero_without_gaps_or_flags() =>
        Assert.Equal([], Enums.Where(t => t.IsDefined(typeof(FlagsAttribute), inherit: false) || !Enum.GetValues(t).Cast<int>().Order().SequenceEqual(Enumerable.Range(0, Enum.GetValues(t).Length)))
            .Select(t => t.Name));

    [Fact]
    public void Categories_are_four_and_public_safety_means_consequences_only()
    {
        Assert.Equal(["NaturalDisaster", "Accident", "PublicHealth", "PublicSafety"], Enum.GetNames<IncidentCategory>());
        var safety = Enum.GetValues<EventKind>().Where(k => EventCodes.CategoryOf(k) == IncidentCategory.PublicSafety);
        Assert.Equal([EventKind.CrowdSafety, EventKind.AttackCasualties, EventKind.ForeignNationalsAffected], safety);
    }

    [GeneratedRegex("Mass(?!C)|Petition|Protest|Assembl|Procession|Picket|Riot|Dissent|Dispers|Detain|Arrest|Intercept|Identif(?!ied)|Follow(?!Up)|Surveil|Monitor(?!ed)"
        + "|Track(?!ing|ed)|Suspect|Suspicious|KeyPerson|Score|Blacklist|WatchList|Informant|Opinion|Sentiment|Censor|Religio|Ethnic|Migrant|Veteran|Cctv|Camera"
        + "|Lockdown|Repatriat|Crackdown|Stability", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Excluded();
}
