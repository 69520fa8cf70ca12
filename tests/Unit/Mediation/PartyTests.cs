using Coordination.Mediation.Cases;
using Coordination.Tests.Unit.Command;

namespace Coordination.Tests.Unit.Mediation;

public sealed class PartyTests
{
    private static readonly DateTimeOffset T0 = Sample.T0;

    [Fact]
    public void The_table_of_consent_is_this_one() => Machine.HasTable(Party.Life, """
        NotAsked: Asked
        Asked: Given Refused
        Given: Withdrawn
        """);

    [Fact]
    public void Whatever_is_decided_a_party_keeps_to_its_table_and_its_log() => Machine.Keeps(
        () => new Sample().Company, Party.Life, p => p.Consent, p => p.Version,
        p => (p.ConsentLog.Count == 0 || p.ConsentLog[^1].Consent == p.Consent) && (!p.IsRepresentative || p.Consent == PartyConsent.Given)
            && (p.Consent is not (PartyConsent.Refused or PartyConsent.Withdrawn) || p.RightsNotifiedAt is not null),
        (p, _) => p.Ask(T0),
        (p, _) => p.Agree(T0),
        (p, n) => n % 3 == 0 ? p.Refuse(T0) : null,
        (p, n) => n % 3 == 0 ? p.Withdraw(T0) : null,
        (p, _) => p.Represent([p]),
        (p, n) => p.AllowStatement(n % 2 == 0));

    [Fact]
    public void The_company_is_invited_once()
    {
        var company = new Sample().Company;
        Assert.Null(company.Ask(T0));
        Machine.Refused(company.Ask(T0), "asked-once");
    }

    [Fact]
    public void Who_refuses_is_told_their_rights_and_not_contacted_again()
    {
        var company = new Sample().Company;
        Assert.Null(company.Ask(T0));
        Assert.Null(company.Refuse(T0.AddHours(1)));
        Assert.Equal(T0.AddHours(1), company.RightsNotifiedAt);
        Machine.Refused(company.Ask(T0), "asked-once");
        Machine.Refused(company.Agree(T0), "illegal-transition");
    }

    [Fact]
    public void A_side_has_at_most_five_representatives()
    {
        var sample = new Sample();
        var owners = Enumerable.Range(0, 6).Select(_ => Party.Join(sample.Case, PartySide.Applicant, [1], [1], applied: true, T0)).ToList();
        foreach (var owner in owners.Take(5)) Assert.Null(owner.Represent(owners));
        Machine.Refused(owners[5].Represent(owners), "representatives-limit");
        Assert.Null(owners[0].Withdraw(T0));
        Assert.Null(owners[5].Represent(owners));
    }

    [Fact]
    public void Only_who_takes_part_speaks_or_agrees_to_a_statement()
    {
        var company = new Sample().Company;
        Machine.Refused(company.Represent([company]), "consent-missing");
        Machine.Refused(company.AllowStatement(true), "consent-missing");
    }

    [Fact]
    public void Destroyed_data_leaves_the_log_of_consent()
    {
        var owner = new Sample().Owner;
        owner.DestroyPersonalData();
        Assert.Empty(owner.Name);
        Assert.Empty(owner.Contact);
        Assert.Single(owner.ConsentLog);
    }
}
