using Coordination.Command.Access;
using Coordination.Command.Activations;
using Coordination.Command.Duties;
using Coordination.Command.Exercises;
using Coordination.Command.Grades;
using Coordination.Command.Groups;
using Coordination.Command.HeadCounts;
using Coordination.Command.Incidents;
using Coordination.Command.Investigations;
using Coordination.Command.Jurisdictions;
using Coordination.Command.Levels;
using Coordination.Command.Meetings;
using Coordination.Command.Notices;
using Coordination.Command.Orders;
using Coordination.Command.Orders.Many;
using Coordination.Command.Periods;
using Coordination.Command.Plans;
using Coordination.Command.Programmes;
using Coordination.Command.Reachability;
using Coordination.Command.Recovery;
using Coordination.Command.Reviews;
using Coordination.Command.Rosters;
using Coordination.Command.Scenes;
using Coordination.Command.Situation;
using Coordination.Command.Trainings;
using Coordination.Command.Transfers;
using Coordination.Command.Warnings;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command;

/// <summary>Command's own tables.</summary>
internal sealed class CommandDb(DbContextOptions<CommandDb> options) : ServiceDb(options)
{
    public DbSet<Jurisdiction> Jurisdictions => Set<Jurisdiction>();
    public DbSet<AuthorityGrant> AuthorityGrants => Set<AuthorityGrant>();
    public DbSet<AccessEnd> AccessEnds => Set<AccessEnd>();
    public DbSet<AgencyPlacement> AgencyPlacements => Set<AgencyPlacement>();
    public DbSet<Incident> Incidents => Set<Incident>();
    public DbSet<CasualtyEntry> CasualtyEntries => Set<CasualtyEntry>();
    public DbSet<CasualtyDecision> CasualtyDecisions => Set<CasualtyDecision>();
    public DbSet<GradeDecision> GradeDecisions => Set<GradeDecision>();
    public DbSet<Warning> Warnings => Set<Warning>();
    public DbSet<WarningCall> WarningCalls => Set<WarningCall>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<NoticeReceipt> NoticeReceipts => Set<NoticeReceipt>();
    public DbSet<ResponseLevel> ResponseLevels => Set<ResponseLevel>();
    public DbSet<Plan> Plans => Set<Plan>();
    public DbSet<KnownEvent> KnownEvents => Set<KnownEvent>();
    public DbSet<PlanVersion> PlanVersions => Set<PlanVersion>();
    public DbSet<Activation> Activations => Set<Activation>();
    public DbSet<WorkingGroup> WorkingGroups => Set<WorkingGroup>();
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<OrderGroup> OrderGroups => Set<OrderGroup>();
    public DbSet<VenueLoad> VenueLoads => Set<VenueLoad>();
    public DbSet<IncidentCommand> IncidentCommands => Set<IncidentCommand>();
    public DbSet<CommandTransfer> CommandTransfers => Set<CommandTransfer>();
    public DbSet<DutyRoster> DutyRosters => Set<DutyRoster>();
    public DbSet<DutyShift> DutyShifts => Set<DutyShift>();
    public DbSet<DutyWatch> DutyWatches => Set<DutyWatch>();
    public DbSet<KnownNeed> KnownNeeds => Set<KnownNeed>();
    public DbSet<KnownFill> KnownFills => Set<KnownFill>();
    public DbSet<KnownAlert> KnownAlerts => Set<KnownAlert>();
    public DbSet<Exercise> Exercises => Set<Exercise>();
    public DbSet<Drill> Drills => Set<Drill>();
    public DbSet<AfterActionReview> Reviews => Set<AfterActionReview>();
    public DbSet<LossEntry> LossEntries => Set<LossEntry>();
    public DbSet<RecoveryPlan> RecoveryPlans => Set<RecoveryPlan>();
    public DbSet<RecoveryTask> RecoveryTasks => Set<RecoveryTask>();
    public DbSet<SceneEntry> SceneEntries => Set<SceneEntry>();
    public DbSet<Investigation> Investigations => Set<Investigation>();
    public DbSet<InvestigationMeasure> InvestigationMeasures => Set<InvestigationMeasure>();
    public DbSet<OperationalPeriod> OperationalPeriods => Set<OperationalPeriod>();
    public DbSet<ActionPlan> ActionPlans => Set<ActionPlan>();
    public DbSet<Objective> Objectives => Set<Objective>();
    public DbSet<HeadCount> HeadCounts => Set<HeadCount>();
    public DbSet<HeadCountRound> HeadCountRounds => Set<HeadCountRound>();
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<MeetingAction> MeetingActions => Set<MeetingAction>();
    public DbSet<StandingDuty> StandingDuties => Set<StandingDuty>();
    public DbSet<Training> Trainings => Set<Training>();
    public DbSet<ReachabilityTest> ReachabilityTests => Set<ReachabilityTest>();
    public DbSet<Programme> Programmes => Set<Programme>();

    /// <summary>Whoever took over from a recipient that was silent hears of another text too.</summary>
    protected override IEnumerable<string?> AudienceOf(IEvent e) => e switch
    {
        NoticeCorrected { NoticeId: var id } => Told(id),
        NoticeWithdrawn { NoticeId: var id } => Told(id),
        MeetingActionChanged { MeetingActionId: var id } => Addressed.All(MeetingActions.Local.FindEntry(id)?.Entity.Audience ?? ""),
        ReachabilityTestChanged { ReachabilityTestId: var id } => ReachabilityTests.Local.FindEntry(id)?.Entity.Told ?? [],
        _ => [],
    };

    protected override IEnumerable<string?>? AudienceOf(Clock clock) => clock.Key switch
    {
        MeetingAction.ClockKey => MeetingActions.Local.FindEntry(clock.EntityId)?.Entity.Told ?? [],
        ReachabilityTest.ClockKey => ReachabilityTests.Local.FindEntry(clock.EntityId)?.Entity.Told ?? [],
        _ => ToldOf(clock.Key),
    };

    protected override async Task RecallAsync(Clock clock, CancellationToken ct)
    {
        if (clock.Key == MeetingAction.ClockKey) await MeetingActions.FindAsync([clock.EntityId], ct);
        else if (clock.Key == ReachabilityTest.ClockKey) await ReachabilityTests.FindAsync([clock.EntityId], ct);
    }

    /// <summary>Plans, rosters, drills, warnings, standing duties and programmes are read by all; what else has a clock belongs to an incident, but for what a meeting agreed and the call of a post, which say themselves whom they tell.</summary>
    internal static string[]? ToldOf(string clock) => clock.Split('.')[0] switch
    {
        "plan" or "shift" or "watch" or "drill" or "warning" or "training" or "programme" => ["*"],
        "meeting" => clock == MeetingAction.ClockKey ? [] : ["*"],
        "grade" or "headcount" or "investigation" or "level" or "notice" or "order" or "period" or "recovery" or "transfer" or "review" => null,
        _ => [],
    };

    private string[] Told(Guid notice) => Addressed.All(Notices.Local.FindEntry(notice)?.Entity.Audience ?? "");

    protected override void Model(ModelBuilder model)
    {
        ResponseModel.Add(model);
        PreparednessModel.Add(model);
        SituationModel.Add(model);
        Share(model);
        model.Entity<Jurisdiction>().HasIndex(j => new { j.Code, j.ExerciseId, j.ValidFrom });
        model.Entity<AuthorityGrant>().HasIndex(g => g.Jurisdiction);
        model.Entity<AgencyPlacement>().HasIndex(p => p.Agency);
        model.Entity<Incident>(e =>
        {
            e.Property(i => i.Participants).HasJson();
            e.HasIndex(i => i.ExerciseId);
        });
        model.Entity<CasualtyEntry>(e =>
        {
            e.Property(c => c.Counts).HasJson();
            e.Ignore(c => c.Line);
            e.HasIndex(c => c.IncidentId);
        });
        model.Entity<CasualtyDecision>(e =>
        {
            e.Property(d => d.Entries).HasJson();
            e.HasIndex(d => d.IncidentId);
        });
        model.Entity<GradeDecision>().HasIndex(d => d.IncidentId);
        model.Entity<Warning>(e =>
        {
            e.Property(w => w.Areas).HasJson();
            e.Property(w => w.NotifiedNeighbours).HasJson();
            e.HasIndex(w => w.ExerciseId);
            e.HasIndex(w => w.IndicatorId);
        });
        model.Entity<WarningCall>(e =>
        {
            e.Property(c => c.Superiors).HasJson();
            e.HasIndex(c => new { c.WarningId, c.Recipient }).IsUnique();
        });
        model.Entity<ResponseLevel>(e =>
        {
            e.Property(l => l.Measures).HasJson();
            e.HasIndex(l => l.IncidentId);
        });
    }

    /// <summary>An incident and what belongs to it. A response level that was declared is read by everybody, as warnings are.</summary>
    private void Share(ModelBuilder model)
    {
        Sharing.Add(model);
        IsSharedBy<Incident>(model, i => i.Id);
        IsSharedBy<CasualtyEntry>(model, e => e.IncidentId);
        IsSharedBy<CasualtyDecision>(model, d => d.IncidentId);
        IsSharedBy<GradeDecision>(model, d => d.IncidentId);
        IsSharedBy<ResponseLevel>(model, l => l.IncidentId,
            l => IsReading && l.State != ResponseLevelState.Proposed && l.State != ResponseLevelState.Approved && l.State != ResponseLevelState.Rejected);
        IsSharedBy<Activation>(model, a => a.IncidentId);
        IsSharedBy<WorkingGroup>(model, g => g.IncidentId);
        IsSharedBy<Order>(model, o => o.IncidentId);
        IsSharedBy<OrderGroup>(model, g => g.IncidentId);
        // Recipients, and who is told that one of them is silent, find what was said to them, and nothing else of the incident.
        IsSharedBy<Notice>(model, n => n.IncidentId, n => IsReading && n.Audience.Contains(" " + Reader + " "));
        IsSharedBy<NoticeReceipt>(model, r => r.IncidentId, r => r.Audience.Contains(" " + Reader + " "));
        IsSharedBy<IncidentCommand>(model, c => c.Id);
        IsSharedBy<CommandTransfer>(model, t => t.IncidentId);
        IsSharedBy<AfterActionReview>(model, r => r.IncidentId);
        IsSharedBy<LossEntry>(model, e => e.IncidentId);
        IsSharedBy<RecoveryPlan>(model, p => p.IncidentId);
        IsSharedBy<RecoveryTask>(model, t => t.IncidentId);
        IsSharedBy<SceneEntry>(model, e => e.IncidentId);
        IsSharedBy<Investigation>(model, i => i.IncidentId);
        IsSharedBy<InvestigationMeasure>(model, m => m.IncidentId);
        IsSharedBy<OperationalPeriod>(model, p => p.IncidentId);
        IsSharedBy<ActionPlan>(model, p => p.IncidentId);
        IsSharedBy<Objective>(model, o => o.IncidentId);
        IsSharedBy<HeadCount>(model, h => h.IncidentId);
        IsSharedBy<HeadCountRound>(model, r => r.IncidentId);
        // A meeting is its own subject, which is shared with nobody: who called it and who is invited find it.
        IsSharedBy<Meeting>(model, m => m.Id, m => m.Audience.Contains(" " + Reader + " "), m => m.CalledBy);
        IsSharedBy<MeetingAction>(model, a => a.MeetingId, a => a.Audience.Contains(" " + Reader + " "), a => a.CalledBy);
        // So is the call of a post.
        IsSharedBy<ReachabilityTest>(model, t => t.Id, t => t.Agency == Reader || t.OpenedBy == Reader, t => t.Agency);
    }
}
