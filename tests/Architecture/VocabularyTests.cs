using System.Reflection;
using System.Text.RegularExpressions;

namespace Coordination.Tests.Architecture;

public sealed partial class VocabularyTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Platform is the one building block: it knows calls, journals and clocks, and nothing of emergencies.</summary>
    [Fact]
    public void Platform_has_no_word_of_the_domain()
    {
        var words = House.Written(House.Platform).SelectMany(t => Names(t).Select(n => (Place: $"{t.Name}.{n}", Name: n))).Where(n => Domain().IsMatch(n.Name)).Select(n => n.Place);
        Assert.Equal([], words.Distinct());
    }

    /// <summary>Design section 2 and every excluded row of the domain: there is no type, member or parameter of such a thing under any name we know for it.</summary>
    [Fact]
    public void No_type_or_member_names_what_is_not_built()
    {
        var assemblies = House.Services.Append(House.Platform).Append(typeof(Contracts.IEvent).Assembly);
        var words = assemblies.SelectMany(House.Written).SelectMany(t => Names(t).Append(t.Namespace!).Select(n => (Place: $"{t.FullName}.{n}", Name: n))).Where(n => Excluded().IsMatch(n.Name));
        Assert.Equal([], words.Select(w => w.Place).Distinct());
    }

    [Theory]
    [InlineData("PetitionerReturn")]
    [InlineData("RiskScoreOfPerson")]
    [InlineData("WatchList")]
    [InlineData("OpinionMonitor")]
    public void Such_words_are_found(string name) => Assert.Matches(Excluded(), name);

    private static IEnumerable<string> Names(Type type) =>
        type.GetMembers(Declared).Where(m => !m.Name.Contains('<', StringComparison.Ordinal)).Select(m => m.Name).Append(type.Name);

    [GeneratedRegex("Incident|Report(?!s?To)|Order(?!ed|ing|By|Number|$)|Alert|Warning(?!s$)|Plan(?!ned)|Mediat(?!R)|Hazard|Casualt|Commander|Evacuat|Agreement|Finding|Statement(?!s$)|Drill|Shelter",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Domain();

    [GeneratedRegex("Petition|MassIncident|Protest|Assembly(?!Name|$)|Procession|Picket|Riot|Dissent|Dispers|Detain|Arrest|Interception|InterceptP|Surveil|WatchList|Watchlist|KeyPerson|RiskScore"
        + "|PersonScore|Blacklist|Informant|Opinion|Sentiment|Censor|Religio|Ethnic|Migrant|Cctv|FaceRec|Lockdown|Repatriat|Crackdown|SocialStability|Profiling|ClaimAuthor|CallerProfile|NationalId|IpAddress",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Excluded();
}
