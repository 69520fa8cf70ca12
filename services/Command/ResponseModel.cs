using Coordination.Command.Activations;
using Coordination.Command.Exercises;
using Coordination.Command.Groups;
using Coordination.Command.HeadCounts;
using Coordination.Command.Investigations;
using Coordination.Command.Notices;
using Coordination.Command.Orders;
using Coordination.Command.Orders.Many;
using Coordination.Command.Periods;
using Coordination.Command.Plans;
using Coordination.Command.Recovery;
using Coordination.Command.Reviews;
using Coordination.Command.Rosters;
using Coordination.Command.Scenes;
using Coordination.Command.Transfers;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command;

/// <summary>Tables of plans, activations, groups, orders, notices, transfers, rosters, drills, exercises, reviews, recovery, scenes, investigations, operational periods and head counts.</summary>
internal static class ResponseModel
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<Plan>(e =>
        {
            e.Property(p => p.EventReview).HasJson();
            e.HasIndex(p => p.EventNoticeId);
        });
        model.Entity<KnownEvent>();
        model.Entity<PlanVersion>(e =>
        {
            e.Property(v => v.Content).HasJson();
            e.Property(v => v.Lessons).HasJson();
            e.Property(v => v.Consulted).HasJson();
            e.HasIndex(v => new { v.PlanId, v.Number }).IsUnique();
        });
        model.Entity<Activation>(e =>
        {
            e.Property(a => a.Tasks).HasJson();
            e.Property(a => a.Unplaced).HasJson();
            e.HasIndex(a => a.IncidentId);
        });
        model.Entity<WorkingGroup>(e =>
        {
            e.Property(g => g.Head).HasJson();
            e.Property(g => g.Members).HasJson();
            e.HasIndex(g => g.IncidentId);
        });
        model.Entity<Order>(e =>
        {
            e.Property(o => o.Task).HasJson();
            e.HasIndex(o => o.IncidentId);
            e.HasIndex(o => o.ActivationId);
            e.HasIndex(o => o.GroupId);
        });
        model.Entity<OrderGroup>().HasIndex(g => g.IncidentId);
        model.Entity<Notice>(e =>
        {
            e.Property(n => n.Agencies).HasJson();
            e.Property(n => n.Texts).HasJson();
            e.Ignore(n => n.Newest);
            e.HasIndex(n => n.IncidentId);
        });
        model.Entity<NoticeReceipt>(e =>
        {
            e.Property(r => r.Superiors).HasJson();
            e.HasIndex(r => new { r.NoticeId, r.Recipient }).IsUnique();
        });
        model.Entity<VenueLoad>();
        model.Entity<IncidentCommand>().Property(c => c.Tenures).HasJson();
        model.Entity<CommandTransfer>(e =>
        {
            e.Property(t => t.Agencies).HasJson();
            e.Property(t => t.Briefing).HasJson();
            e.HasIndex(t => t.IncidentId);
        });
        model.Entity<DutyRoster>();
        model.Entity<DutyShift>(e =>
        {
            e.Property(s => s.Note).HasJson();
            e.HasIndex(s => s.RosterId);
        });
        model.Entity<DutyWatch>().HasIndex(w => w.Agency);
        model.Entity<Exercise>().Property(e => e.Segments).HasJson();
        model.Entity<Drill>(e =>
        {
            e.Property(d => d.Injects).HasJson();
            e.Property(d => d.Findings).HasJson();
            e.Ignore(d => d.IsToCome);
            e.HasIndex(d => d.PlanId);
            e.HasIndex(d => d.ParentDrillId);
        });
        model.Entity<AfterActionReview>(e =>
        {
            e.Property(r => r.Contributions).HasJson();
            e.Property(r => r.Comments).HasJson();
            e.Property(r => r.Actions).HasJson();
            e.HasIndex(r => r.IncidentId);
        });
        model.Entity<LossEntry>(e =>
        {
            e.Property(l => l.Figures).HasJson();
            e.HasIndex(l => l.IncidentId);
        });
        model.Entity<RecoveryPlan>(e =>
        {
            e.Property(p => p.Measures).HasJson();
            e.HasIndex(p => new { p.IncidentId, p.Number }).IsUnique();
        });
        model.Entity<RecoveryTask>(e =>
        {
            e.Ignore(t => t.IsOpen);
            e.HasIndex(t => t.IncidentId);
        });
        model.Entity<SceneEntry>().HasIndex(e => e.IncidentId);
        model.Entity<Investigation>(e =>
        {
            e.Property(i => i.Team).HasJson();
            e.Ignore(i => i.IsOpen);
            e.HasIndex(i => new { i.IncidentId, i.Number }).IsUnique();
        });
        model.Entity<InvestigationMeasure>().HasIndex(m => m.InvestigationId);
        model.Entity<OperationalPeriod>(e =>
        {
            e.Ignore(p => p.Until);
            e.HasIndex(p => new { p.IncidentId, p.Number }).IsUnique();
        });
        model.Entity<ActionPlan>(e =>
        {
            e.Property(p => p.Content).HasJson();
            e.Property(p => p.Objectives).HasJson();
            e.Property(p => p.Authors).HasJson();
            e.HasIndex(p => new { p.OperationalPeriodId, p.Number }).IsUnique();
        });
        model.Entity<Objective>().HasIndex(o => new { o.IncidentId, o.Number }).IsUnique();
        model.Entity<HeadCount>(e =>
        {
            e.Property(h => h.Teams).HasJson();
            e.HasIndex(h => h.IncidentId);
        });
        model.Entity<HeadCountRound>(e =>
        {
            e.Property(r => r.Counts).HasJson();
            e.Property(r => r.Known).HasJson();
            e.Ignore(r => r.Answered).Ignore(r => r.Expected).Ignore(r => r.Counted).Ignore(r => r.Silent).Ignore(r => r.LastAnswers).Ignore(r => r.Outcome);
            e.HasIndex(r => r.IncidentId);
            e.HasIndex(r => new { r.HeadCountId, r.Number }).IsUnique();
        });
    }
}
