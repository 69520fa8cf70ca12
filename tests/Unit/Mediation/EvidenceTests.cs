using Coordination.Mediation.Cases;
using Coordination.Mediation.Custody;
using Coordination.Platform;
using Coordination.Tests.Unit.Command;

namespace Coordination.Tests.Unit.Mediation;

public sealed class EvidenceTests
{
    private static readonly DateTimeOffset T0 = Sample.T0;
    private static readonly Sample Sample = Sample.Agreeing();
    private static readonly Party[] Both = [Sample.Owner, Sample.Company];

    private static EvidenceItem Listed() => EvidenceItem.List(Sample.Case, EvidenceKind.InfusionSet, true, false, null, [1], T0);

    private static EvidenceItem Sealed()
    {
        var item = Listed();
        Assert.Null(item.Take(CustodyAction.Seal, Both, "keeper"));
        return item;
    }

    [Fact]
    public void The_table_of_evidence_is_this_one() => Machine.HasTable(EvidenceItem.Life, """
        Listed: Sealed
        Sealed: UnsealRequested Released SelfUnsealable
        UnsealRequested: UnsealedByBoth
        UnsealedByBoth: Resealed
        Resealed: UnsealRequested Released SelfUnsealable
        Released: Archived
        SelfUnsealable: Archived
        """);

    [Fact]
    public void Whatever_is_decided_evidence_keeps_to_its_table() => Machine.Keeps(
        Listed, EvidenceItem.Life, i => i.State, i => i.Version, i => i.State == EvidenceState.Listed == i.Custodian is null,
        (i, n) => i.Take((CustodyAction)(n % 5), n % 3 == 0 ? [Sample.Owner] : Both, n % 4 == 0 ? "stranger" : "keeper"),
        (i, n) => n % 20 == 0 ? i.AllowSelfUnsealing() : null,
        (i, n) => n % 9 == 0 ? i.HandOver("other", "keeper") : null,
        (i, n) => i.HandOver("keeper", "other"));

    [Fact]
    public void Nothing_is_sealed_while_one_side_is_absent()
    {
        var item = Listed();
        Machine.Refused(item.Take(CustodyAction.Seal, [Sample.Company], "keeper"), "both-sides");
        Machine.Refused(item.Take(CustodyAction.Seal, [Sample.Owner, Sample.SecondOwner], "keeper"), "both-sides");
        Assert.Equal(EvidenceState.Listed, item.State);
        Assert.Null(item.Take(CustodyAction.Seal, Both, "keeper"));
    }

    [Fact]
    public void One_side_alone_never_opens_it()
    {
        var item = Sealed();
        Assert.Null(item.Take(CustodyAction.RequestOpening, [Sample.Company], "anyone"));
        Machine.Refused(item.Take(CustodyAction.Open, [Sample.Company], "keeper"), "both-sides");
        Assert.Null(item.Take(CustodyAction.Open, Both, "keeper"));
        Assert.Null(item.Take(CustodyAction.Seal, Both, "keeper"));
        Assert.Equal(EvidenceState.Resealed, item.State);
    }

    [Fact]
    public void Only_its_keeper_takes_a_step_until_custody_is_handed_over()
    {
        var item = Sealed();
        Machine.Refused(item.Take(CustodyAction.Release, Both, "other"), "not-custodian");
        Machine.Refused(item.HandOver("third", "other"), "not-custodian");
        Assert.Null(item.HandOver("other", "keeper"));
        Assert.Null(item.Take(CustodyAction.Release, Both, "other"));
    }

    [Fact]
    public void After_three_years_without_a_claim_the_keeper_may_open_it()
    {
        var item = Sealed();
        Assert.Null(item.AllowSelfUnsealing());
        Machine.Refused(item.Take(CustodyAction.Open, Both, "keeper"), "illegal-transition");
        Assert.Null(item.Take(CustodyAction.Archive, [], "keeper"));
    }

    [Fact]
    public void The_custody_log_is_a_chain_that_nobody_can_change_unseen()
    {
        var item = Listed();
        var chain = new List<CustodyEntry>();
        foreach (var (action, signed) in ((CustodyAction, Party[])[])[(CustodyAction.Seal, [Sample.Company]), (CustodyAction.Seal, Both), (CustodyAction.RequestOpening, [Sample.Owner])])
        {
            var refused = item.Take(action, signed, "keeper");
            chain.Add(CustodyEntry.After(chain.LastOrDefault(), item, action, refused, [.. signed.Select(s => s.Id)], "keeper", T0));
        }
        Assert.Equal(["both-sides", null, null], chain.Select(e => e.RefusedBy));
        Assert.Null(CustodyEntry.BrokenAt(chain));
        Assert.Equal(1, CustodyEntry.BrokenAt([chain[1], chain[2]]));
        Assert.Equal(2, CustodyEntry.BrokenAt([chain[0], CustodyEntry.After(chain[0], item, CustodyAction.Open, null, [], "keeper", T0), chain[2]]) is 3 ? 2 : 0);
        typeof(CustodyEntry).GetProperty(nameof(CustodyEntry.Custodian))!.SetValue(chain[1], "someone else");
        Assert.Equal(2, CustodyEntry.BrokenAt(chain));
    }
}
