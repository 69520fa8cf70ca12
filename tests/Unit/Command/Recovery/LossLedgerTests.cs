using Coordination.Command.Incidents;
using Coordination.Command.Recovery;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Tests.Unit.Command.Incidents;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Command.Recovery;

/// <summary>What several sources lost count stands side by side; what was wrong is corrected by the next entry.</summary>
public sealed class LossLedgerTests
{
    internal static readonly DateTimeOffset T0 = IncidentTests.T0;

    internal static Incident In(IncidentState state)
    {
        var incident = IncidentTests.Opened();
        Func<Refusal?>[] steps =
            [() => incident.Confirm(T0), incident.Activate, incident.Stabilise, () => incident.EndResponse(T0), incident.BeginRecovery, incident.BeginReview, incident.Close];
        foreach (var step in steps)
        {
            if (incident.State == state) break;
            Assert.Null(step());
        }
        return incident;
    }

    private static AssessLosses Says(long? amount, LossUnit? unit = null, int? destroyed = null, string? source = null, Guid? corrects = null, string? reason = null) =>
        new([new(LossSector.Housing, Confidence.Reported, amount, unit, destroyed)], "CNY", T0, source, corrects, reason);

    private static LossEntry Assess(AssessLosses says, IReadOnlyCollection<LossEntry> ledger, int minute = 0, string agency = "county")
    {
        var (entry, refusal) = LossEntry.Assess(says with { AssessedAt = T0.AddMinutes(minute) }, In(IncidentState.Recovery), agency, ledger, T0.AddMinutes(minute));
        Assert.Null(refusal);
        return entry!;
    }

    private static void Refused(AssessLosses says, string rule, IReadOnlyCollection<LossEntry>? ledger = null, string agency = "county", IncidentState state = IncidentState.Recovery) =>
        Machine.Refused(LossEntry.Assess(says, In(state), agency, ledger ?? [], T0).Item2, rule);

    [Theory]
    [InlineData(IncidentState.Reported, false), InlineData(IncidentState.Active, false), InlineData(IncidentState.Stabilised, false), InlineData(IncidentState.Closed, false)]
    [InlineData(IncidentState.ResponseEnded, true), InlineData(IncidentState.Recovery, true), InlineData(IncidentState.UnderReview, true)]
    public void Losses_are_assessed_after_the_response_until_the_incident_is_closed(IncidentState state, bool may)
    {
        var (entry, refusal) = LossEntry.Assess(Says(1), In(state), "county", [], T0);
        Assert.Equal((may, may ? null : "not-after-response"), (entry is not null, refusal?.Rule));
    }

    [Fact]
    public void A_loss_is_an_amount_or_a_count_with_its_unit_each_once_and_never_less_than_nothing()
    {
        Refused(Says(null), "no-figure");
        Refused(Says(1, LossUnit.Rooms), "unit-and-count");
        Refused(Says(null, null, 3), "unit-and-count");
        Refused(Says(-1), "negative-loss");
        Refused(Says(1) with { Currency = "cny" }, "currency");
        Refused(Says(1, source: "Mr Li"), "code");
        LossFigure rooms = new(LossSector.Housing, Confidence.Verified, 5, LossUnit.Rooms, 2, 7);
        Refused(Says(1) with { Figures = [rooms, rooms with { AmountMinor = null }] }, "sector-twice");
        Refused(Says(1) with { Figures = [rooms, rooms with { Unit = LossUnit.Buildings }] }, "sector-twice");
        Assert.Equal(2, Assess(Says(1) with { Figures = [rooms, rooms with { Unit = LossUnit.Buildings, AmountMinor = null }] }, []).Figures.Count);
    }

    [Fact]
    public void Only_who_entered_it_corrects_an_entry_once_and_says_why()
    {
        var wrong = Assess(Says(100), []);
        Refused(Says(10, reason: "A typing error"), "nothing-corrected");
        Refused(Says(10, corrects: Guid.NewGuid(), reason: "A typing error"), "unknown-entry", [wrong]);
        Refused(Says(10, corrects: wrong.Id), "required", [wrong]);
        Refused(Says(10, corrects: wrong.Id, reason: "A typing error"), "not-your-entry", [wrong], "fire");
        Refused(Says(10, source: "bureau", corrects: wrong.Id, reason: "A typing error"), "another-source", [wrong]);
        var right = Assess(Says(10, corrects: wrong.Id, reason: "A typing error"), [wrong]);
        Refused(Says(9, corrects: wrong.Id, reason: "Again"), "already-corrected", [wrong, right]);
        Assert.Equal((10L, 10L), (Tally([wrong, right]).LowestMinor, Tally([wrong, right]).HighestMinor));
    }

    [Fact]
    public void Who_says_what_it_lost_itself_is_not_spoken_for()
    {
        var own = Assess(Says(100), []);
        Refused(Says(1, source: "county"), "source-speaks-for-itself", [own], "bureau");
        Assess(Says(1, source: "village"), [own], agency: "bureau");
        Assess(Says(90), [own], 1);
    }

    [Fact]
    public void Sources_stand_side_by_side_and_are_never_added_up()
    {
        LossEntry[] ledger = [Assess(Says(100), []), Assess(Says(130, LossUnit.Rooms, 4, "bureau"), [], 1), Assess(Says(120), [], 2), Assess(Says(null, LossUnit.Rooms, 5, "bureau"), [], 3)];
        var tally = Tally(ledger);
        Assert.Equal((120L, 130L), (tally.LowestMinor, tally.HighestMinor));
        Assert.Equal([("county", 120L, null), ("bureau", null, 5)], tally.Figures.Select(f => (f.Source, f.AmountMinor, f.Destroyed)));
    }

    [Fact]
    public void Whatever_is_assessed_in_whatever_order_the_newest_of_each_source_that_was_not_corrected_counts() =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ArrayOf(14).ToArbitrary(), numbers =>
        {
            List<LossEntry> ledger = [];
            foreach (var (n, i) in numbers.Select((n, i) => (n, i)))
            {
                var source = $"source-{n % 3}";
                var wrong = n % 4 == 0 ? ledger.Find(e => e.Source == source && !ledger.Exists(c => c.Corrects == e.Id)) : null;
                ledger.Add(Assess(Says(n / 12 % 90, source: source, corrects: wrong?.Id, reason: wrong is null ? null : "Counted twice"), ledger, (n / 1080 % 40 * 1000) + i));
            }
            var standing = ledger.Where(e => !ledger.Exists(c => c.Corrects == e.Id)).GroupBy(e => e.Source)
                .ToDictionary(s => s.Key, s => s.MaxBy(e => e.AssessedAt)!.Figures[0].AmountMinor);
            var tally = Tally(ledger);
            return tally.Figures.ToDictionary(f => f.Source, f => f.AmountMinor).OrderBy(f => f.Key).SequenceEqual(standing.OrderBy(f => f.Key))
                && (tally.LowestMinor, tally.HighestMinor) == (standing.Values.Min(), standing.Values.Max())
                && Tally([.. ledger.AsEnumerable().Reverse()]).Figures.SequenceEqual(tally.Figures);
        }).QuickCheckThrowOnFailure();

    private static LossTally Tally(IReadOnlyCollection<LossEntry> ledger) => Assert.Single(LossTally.Of(ledger));
}
