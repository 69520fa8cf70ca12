using Coordination.Contracts.Events;
using Coordination.Mediation.Agreements;
using Coordination.Mediation.Cases;
using Coordination.Mediation.Sessions;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Mediation;

/// <summary>A case as the tests need it: two owners against a company.</summary>
internal sealed class Sample
{
    public static readonly DateTimeOffset T0 = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    public Case Case { get; }
    public List<Party> Parties { get; }

    public Party Owner => Parties[0];
    public Party SecondOwner => Parties[1];
    public Party Company => Parties[2];

    public Sample(DisputeKind kind = DisputeKind.Tenancy, RunningProcedure? parallel = null)
    {
        Case = Case.Receive(kind, MediationTier.Street, CaseOrigin.Application, parallel, [1], "committee", null, T0);
        Parties =
        [
            Party.Join(Case, PartySide.Applicant, [1], [2], applied: true, T0),
            Party.Join(Case, PartySide.Applicant, [1], [2], applied: true, T0),
            Party.Join(Case, PartySide.Respondent, [1], [2], applied: false, T0),
        ];
    }

    public static Sample Agreeing(DisputeKind kind = DisputeKind.Tenancy)
    {
        var sample = new Sample(kind);
        Assert.Null(sample.Company.Ask(T0));
        Assert.Null(sample.Company.Agree(T0));
        return sample;
    }

    /// <summary>Taken on, with a mediator.</summary>
    public static Sample WithMediator()
    {
        var sample = Agreeing();
        sample.Do(c => c.Screen([], []), c => c.AskConsent(), c => c.Accept(sample.Parties, T0), c => c.Appoint());
        return sample;
    }

    public static Sample InSession()
    {
        var sample = WithMediator();
        sample.Do(c => c.Sit(sample.Parties));
        return sample;
    }

    public void Do(params Func<Case, Refusal?>[] decisions)
    {
        foreach (var decide in decisions) Assert.Null(decide(Case));
    }

    public Session Session(SessionKind kind = SessionKind.Joint, params Party[] sitting)
    {
        var (session, refusal) = Plan(kind, sitting);
        Assert.Null(refusal);
        return session!;
    }

    public (Session?, Refusal?) Plan(SessionKind kind = SessionKind.Joint, params Party[] sitting) => Coordination.Mediation.Sessions.Session.Schedule(
        Case, new ScheduleSession(T0.AddHours(1), T0.AddHours(3), [.. (sitting.Length == 0 ? Parties : sitting.ToList()).Select(p => p.Id)], kind), Parties, T0);

    public Agreement Agreement(params DraftInstalment[] instalments)
    {
        var (agreement, refusal) = Coordination.Mediation.Agreements.Agreement.Write(Case, new DraftAgreement("Terms", instalments), [1], T0);
        Assert.Null(refusal);
        return agreement!;
    }
}
