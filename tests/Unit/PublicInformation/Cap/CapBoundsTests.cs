using System.Text;
using Coordination.PublicInformation.Cap;

namespace Coordination.Tests.Unit.PublicInformation.Cap;

/// <summary>What a document makes a region keep has a bound, and who exceeds it is told so.</summary>
public sealed class CapBoundsTests
{
    private static readonly CapTrust Trust = new(new DateTimeOffset(2026, 11, 29, 8, 0, 0, TimeSpan.Zero), new Dictionary<string, List<string>>());

    [Theory]
    [InlineData(20, 500, 0, null), InlineData(21, 500, 0, "cap-names"), InlineData(2, 0, 5000, null), InlineData(3, 0, 5000, "cap-names")]
    public void A_document_of_more_references_or_codes_than_one_keeps_is_refused(int alerts, int references, int codes, string? rule)
    {
        var names = string.Join(' ', Enumerable.Range(0, references).Select(n => $"met@example.org,a{n},2026-11-29T07:00:00-00:00"));
        var areas = string.Concat(Enumerable.Range(0, codes).Select(n => $"<geocode>GB/T 2260={n:000000000000}</geocode>"));
        var alert = $"<alert><identifier>a</identifier><sender>met@example.org</sender><references>{names}</references><info><area>{areas}</area></info></alert>";
        Assert.Equal(rule, CapBody.Read(Encoding.UTF8.GetBytes($"<alerts>{string.Concat(Enumerable.Repeat(alert, alerts))}</alerts>"), Trust).Item2?.Rule);
    }
}
