using Coordination.Command.Incidents;
using Coordination.Contracts.Events;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Command.Incidents;

/// <summary>Several sources count the same people: their figures stand side by side, and a person decides which count.</summary>
public sealed class CasualtyTallyTests
{
    private static readonly DateTimeOffset T0 = IncidentTests.T0;
    private static readonly Incident Flood = IncidentTests.Opened();
    private static readonly string[] Sources = ["county", "hospital-1", "hospital-2"];
    private static readonly string?[] Areas = [null, "220221101", "hospital-1"];

    private static CasualtyEntry Entry(string source, int dead, int known, CasualtyScope scope = CasualtyScope.Total, string? area = null, Confidence confidence = Confidence.Reported) =>
        CasualtyEntry.Of(new([new(CasualtyKind.Dead, dead, confidence)], T0, T0.AddMinutes(known), null, scope, source, area), Flood, "county", T0.AddMinutes(known));

    private static CasualtyTally Dead(IReadOnlyCollection<CasualtyEntry> ledger, params CasualtyDecision[] decisions) => CasualtyTally.Of(ledger, decisions).Single(t => t.Kind == CasualtyKind.Dead);

    private static CasualtyDecision Decided(IReadOnlyCollection<CasualtyEntry> ledger, int at, params CasualtyEntry[] entries)
    {
        var (decision, refusal) = CasualtyDecision.Decide(Flood, CasualtyKind.Dead, [.. entries.Select(e => e.Id)], ledger, "county", T0.AddMinutes(at));
        Assert.Null(refusal);
        return decision!;
    }

    [Fact]
    public void Whatever_is_said_in_whatever_order_no_source_takes_the_place_of_another() =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ArrayOf(14).ToArbitrary(), numbers =>
        {
            List<CasualtyEntry> ledger = [.. numbers.Select((n, i) => Entry(Sources[n % 3], n / 3 % 90, (n / 270 % 40 * 1000) + i, (CasualtyScope)(n / 5 % 2), Areas[n / 7 % 3]))];
            var tally = Dead(ledger);
            var lines = ledger.GroupBy(e => e.Line).ToDictionary(l => l.Key, l => l.MaxBy(e => e.KnownAt)!.Counts[0].Count);
            return tally.Figures.Select(f => f.Entry.Line).ToHashSet().SetEquals(lines.Keys) && tally.Figures.Count == lines.Count
                && tally.Figures.All(f => f.Count == lines[f.Entry.Line]) && tally.Count == lines.Values.Max()
                && Dead([.. ledger.AsEnumerable().Reverse()]).Count == tally.Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_a_person_chose_counts_and_follows_its_source_whatever_the_others_say_later() =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ArrayOf(20).ToArbitrary(), numbers =>
        {
            List<CasualtyEntry> ledger = [.. Sources.Select((s, i) => Entry(s, 10 + i, i))];
            var chosen = Sources[numbers[0] % 3];
            var decision = Decided(ledger, 10, ledger.Single(e => e.Line.Source == chosen));
            ledger.AddRange(numbers.Select((n, i) => Entry(Sources[n % 3], n / 3 % 500, 20 + i)));
            return Dead(ledger, decision).Count == ledger.Last(e => e.Line.Source == chosen).Counts[0].Count;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_a_person_chose_counts_where_only_earlier_figures_are_looked_at()
    {
        var later = Entry("county", 14, 9);
        CasualtyEntry[] ledger = [Entry("county", 13, 1), Entry("hospital-1", 20, 2), later];
        var decision = Decided(ledger, 10, later);
        Assert.Equal(13, CasualtyEntry.Totals(ledger, [decision], e => e.KnownAt < later.KnownAt).Single().Count);
    }

    [Fact]
    public void Who_enters_figures_of_its_own_is_not_spoken_for()
    {
        CasualtyEntry[] ledger = [Entry("county", 13, 1), Entry("hospital-1", 4, 2)];
        Machine.Refused(CasualtyEntry.RefuseToSpeakFor("county", "police", ledger), "source-speaks-for-itself");
        Assert.Null(CasualtyEntry.RefuseToSpeakFor("county", "county", ledger));
        Assert.Null(CasualtyEntry.RefuseToSpeakFor("hospital-1", "police", ledger));
    }

    [Fact]
    public void A_county_and_a_hospital_stand_side_by_side_until_somebody_decides()
    {
        var (county, hospital) = (Entry("county", 13, 1), Entry("hospital-1", 4, 2, CasualtyScope.Partial, "hospital-1", Confidence.Verified));
        CasualtyEntry[] ledger = [county, hospital];
        Assert.Equal((13, false, 2), (Dead(ledger).Count, Dead(ledger).IsDisputed, Dead(ledger).Figures.Count));
        var more = Entry("hospital-1", 15, 3, CasualtyScope.Partial, "hospital-1");
        Assert.Equal((15, true), (Dead([.. ledger, more]).Count, Dead([.. ledger, more]).IsDisputed));
        var decision = Decided([.. ledger, more], 4, county);
        Assert.Equal((13, false), (Dead([.. ledger, more], decision).Count, Dead([.. ledger, more], decision).IsDisputed));
        Assert.True(Dead([.. ledger, more, Entry("hospital-2", 20, 5, CasualtyScope.Partial, "hospital-2")], decision).IsDisputed);
    }

    [Fact]
    public void Parts_are_counted_together_when_a_person_says_so_and_are_as_sure_as_the_least_sure()
    {
        CasualtyEntry[] ledger =
        [
            Entry("hospital-1", 6, 1, CasualtyScope.Partial, "hospital-1", Confidence.Verified), Entry("hospital-2", 5, 2, CasualtyScope.Partial, "hospital-2"), Entry("county", 9, 3),
        ];
        var tally = Dead(ledger, Decided(ledger, 4, ledger[0], ledger[1]));
        Assert.Equal((11, Confidence.Reported), (tally.Count, tally.Confidence));
        Assert.Equal([true, true, false], tally.Figures.Select(f => f.IsCounted));
    }

    [Fact]
    public void A_total_is_not_added_to_what_it_holds_already_and_an_old_figure_is_not_chosen()
    {
        CasualtyEntry[] ledger =
        [
            Entry("county", 9, 1), Entry("hospital-1", 6, 2, CasualtyScope.Partial, "hospital-1"), Entry("township", 3, 3, CasualtyScope.Total, "220221101"),
            Entry("village", 2, 4, CasualtyScope.Partial, "220221101001"), Entry("county", 10, 5),
        ];
        Refused("figures-overlap", ledger[4].Id, ledger[1].Id);
        Refused("figures-overlap", ledger[2].Id, ledger[3].Id);
        Refused("figure-superseded", ledger[0].Id);
        Refused("unknown-figure", Guid.CreateVersion7());
        Assert.Equal(8, Dead(ledger, Decided(ledger, 6, ledger[1], ledger[3])).Count);

        void Refused(string rule, params Guid[] entries) => Machine.Refused(CasualtyDecision.Decide(Flood, CasualtyKind.Dead, entries, ledger, "county", T0).Item2, rule);
    }

    [Fact]
    public void An_entry_without_a_scope_is_the_total_of_who_entered_it()
    {
        var old = CasualtyEntry.Of(new([new(CasualtyKind.Dead, 5)], T0, T0), Flood, "county", T0);
        Assert.Equal(new CasualtyLine(CasualtyScope.Total, "county", null), old.Line);
        Assert.Equal(old.Line, Entry("county", 6, 1, CasualtyScope.Total, Flood.Jurisdiction).Line);
    }

    [Fact]
    public void A_part_says_of_what() => Machine.Refused(CasualtyEntry.Refuse(new([new(CasualtyKind.Dead, 5)], T0, T0, null, CasualtyScope.Partial)), "part-of-what");

    [Fact]
    public void A_figure_can_be_relied_on_while_its_source_says_nothing_newer_and_nobody_chose_another()
    {
        var (county, hospital) = (Entry("county", 13, 1), Entry("hospital-1", 15, 2));
        CasualtyEntry[] ledger = [county, hospital];
        Assert.True(CasualtyEntry.IsCurrent(county, ledger));
        Assert.False(CasualtyEntry.IsCurrent(county, ledger, [Decided(ledger, 3, hospital)]));
        Assert.False(CasualtyEntry.IsCurrent(county, [.. ledger, Entry("county", 14, 4)]));
    }
}
