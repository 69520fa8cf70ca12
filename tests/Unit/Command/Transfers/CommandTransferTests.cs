using Coordination.Command.Transfers;
using Coordination.Contracts.Events;
using Coordination.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Command.Transfers;

public sealed class CommandTransferTests
{
    private static readonly DateTimeOffset T0 = new(2008, 4, 28, 4, 41, 0, TimeSpan.Zero);
    private static readonly Briefing Told = new("Two trains collided", "3 engines", "Free the trapped", "First report due 05:41", "Leaking fuel");

    private static IncidentCommand FirstArriver() => IncidentCommand.FirstArriver(Guid.CreateVersion7(), T0, null, "fire", T0).Item1!;

    private static CommandTransfer Proposed(IncidentCommand command, string to = "district", params string[] with)
    {
        var (transfer, refusal) = CommandTransfer.Propose(Guid.CreateVersion7(), null, command, to, with, TransferReason.NamedCommanderArrived, T0);
        Assert.Null(refusal);
        return transfer!;
    }

    [Fact]
    public void The_table_of_a_transfer_is_this_one() => Machine.HasTable(CommandTransfer.Life, """
        Proposed: Briefed Rejected Lapsed
        Briefed: Accepted Rejected Lapsed
        Accepted: Effective Lapsed
        """);

    [Fact]
    public void Whatever_is_decided_a_transfer_keeps_to_its_table() => Machine.Keeps(
        () => Proposed(FirstArriver()), CommandTransfer.Life, t => t.State, t => t.Version,
        t => t.State is TransferState.Proposed or TransferState.Rejected or TransferState.Lapsed || t.Briefing is not null,
        (t, n) => t.Brief(n % 3 == 0 ? "stranger" : "fire", Told, T0), (t, n) => t.Accept(n % 3 == 0 ? "stranger" : "district", T0),
        (t, n) => n % 8 == 0 ? t.Reject("district") : null, (t, n) => n % 8 == 0 ? t.Lapse() : null);

    [Fact]
    public void At_every_instant_exactly_one_commands() => Prop.ForAll(Gen.Choose(0, 100_000).ArrayOf(40).ToArbitrary(), numbers =>
    {
        string[] agencies = ["fire", "district", "city", "province"];
        var command = FirstArriver();
        CommandTransfer? open = null;
        var now = T0;
        foreach (var n in numbers)
        {
            now = now.AddSeconds(n % 50);
            open ??= CommandTransfer.Propose(Guid.NewGuid(), null, command, agencies[n % 4], n % 3 == 0 ? [agencies[(n + 1) % 4]] : [], TransferReason.BeyondCapacity, now).Item1;
            if (open is null) continue;
            _ = (n % 5) switch
            {
                0 => open.Brief(open.FromAgency, Told, now),
                1 => open.Accept(open.ToAgency, now),
                2 => open.TakeEffect(open.ToAgency, command, now.AddSeconds(-(n % 20))),
                3 => n % 7 == 0 ? open.Reject(open.ToAgency) : null,
                _ => open.TakeEffect(open.FromAgency, command, now),
            };
            if (!open.IsOpen) open = null;
        }
        return Enumerable.Range(0, 2000).Select(s => T0.AddSeconds(s)).All(i => command.Tenures.Count(t => t.From <= i && (t.Until is null || i < t.Until)) == 1)
            && command.Tenures.Zip(command.Tenures.Skip(1)).All(p => p.First.Until == p.Second.From && p.First.Sequence + 1 == p.Second.Sequence)
            && command.Tenures.TrueForAll(t => t.Agencies.Contains(t.Lead)) && command.Current.Until is null;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void At_every_instant_exactly_one_commands_whatever_arrives_passes_is_taken_over_merges_or_fails()
    {
        var counted = new Dictionary<string, int>();
        Prop.ForAll(Gen.Choose(0, 10_000_000).ArrayOf(70).ToArbitrary(), numbers =>
        {
            var commands = new ManyCommands();
            foreach (var n in numbers) commands.Step(n);
            foreach (var (what, times) in commands.Counted) counted[what] = counted.GetValueOrDefault(what) + times;
            return commands.AreWhole() && !commands.Faults().Any();
        }).QuickCheckThrowOnFailure();
        // It says something only if all of it happened.
        Assert.All((string[])["arrived", "passed", "taken over", "merged", "failed", "dropped"], what => Assert.True(counted.GetValueOrDefault(what) > 5, $"{what}: {counted.GetValueOrDefault(what)}"));
    }

    [Fact]
    public void Command_is_taken_over_at_once_from_one_who_cannot_be_reached_and_passes_back_by_a_transfer_like_any_other()
    {
        var command = FirstArriver();
        var (taken, refusal) = CommandTransfer.TakeOver(Guid.CreateVersion7(), command, "city", ["police"], "No answer for 20 minutes", T0.AddMinutes(50));
        Assert.Null(refusal);
        Assert.Equal((TransferState.Effective, TransferReason.CommanderUnreachable, "fire", "city", T0.AddMinutes(50)), (taken!.State, taken.Reason, taken.FromAgency, taken.ToAgency, taken.EffectiveAt));
        Assert.Equal((CommandForm.Unified, "city", taken.Id), (command.Current.Form, command.Current.Lead, command.Current.TransferId));
        var back = Proposed(command, "fire");
        Func<Refusal?>[] steps = [() => back.Brief("city", Told, T0.AddMinutes(60)), () => back.Accept("fire", T0.AddMinutes(61)), () => back.TakeEffect("fire", command, T0.AddMinutes(62))];
        foreach (var step in steps) Assert.Null(step());
        Assert.Equal(["fire", "city", "fire"], command.Tenures.Select(t => t.Lead));
    }

    [Fact]
    public void The_commander_takes_over_from_nobody_and_who_cannot_be_reached_hands_nothing_over()
    {
        var command = FirstArriver();
        Machine.Refused(CommandTransfer.TakeOver(Guid.NewGuid(), command, "fire", [], "No answer", T0.AddMinutes(1)).Item2, "already-in-command");
        Machine.Refused(CommandTransfer.TakeOver(Guid.NewGuid(), command, "city", ["not a code"], "No answer", T0.AddMinutes(1)).Item2, "code");
        Machine.Refused(CommandTransfer.Propose(Guid.NewGuid(), null, command, "city", [], TransferReason.CommanderUnreachable, T0).Item2, "take-over-instead");
        var early = CommandTransfer.TakeOver(Guid.NewGuid(), command, "city", [], "No answer", command.Current.From).Item2;
        Machine.Refused(early, "before-current-command");
        Assert.Equal((null, 409), (early!.Pointer, early.Status));
        Assert.Single(command.Tenures);
    }

    [Fact]
    public void An_incident_that_became_part_of_another_has_no_commander_of_its_own_and_none_to_pass_command()
    {
        var command = FirstArriver();
        var transfer = Proposed(command);
        transfer.Brief("fire", Told, T0);
        transfer.Accept("district", T0);
        Assert.Null(command.End(T0.AddMinutes(10)));
        Machine.Refused(command.End(T0.AddMinutes(11)), "command-ended");
        Machine.Refused(transfer.TakeEffect("fire", command, T0.AddMinutes(12)), "command-ended");
        Assert.Null(command.At(T0.AddMinutes(10)));
        var goesOn = IncidentCommand.GoOn(Guid.CreateVersion7(), command, T0.AddMinutes(10));
        Assert.Equal(("fire", CommandForm.Acting), (goesOn.At(T0.AddMinutes(10))!.Lead, goesOn.Current.Form));
    }

    [Fact]
    public void The_first_leader_to_arrive_acts_until_command_passes_at_one_instant()
    {
        var command = FirstArriver();
        Assert.Equal(CommandForm.Acting, command.Current.Form);
        var transfer = Proposed(command);
        Func<Refusal?>[] steps = [() => transfer.Brief("fire", Told, T0.AddMinutes(35)), () => transfer.Accept("district", T0.AddMinutes(38)), () => transfer.TakeEffect("district", command, T0.AddMinutes(40))];
        foreach (var step in steps) Assert.Null(step());
        Assert.Equal("fire", command.At(T0.AddMinutes(40).AddTicks(-1))!.Lead);
        Assert.Equal("district", command.At(T0.AddMinutes(40))!.Lead);
        Assert.Null(command.At(T0.AddTicks(-1)));
    }

    [Fact]
    public void Nobody_commands_before_the_incident_happened() =>
        Machine.Refused(IncidentCommand.FirstArriver(Guid.NewGuid(), T0, null, "fire", T0.AddSeconds(-1)).Item2, "before-incident");

    [Fact]
    public void A_unified_command_has_one_lead()
    {
        var command = FirstArriver();
        var transfer = Proposed(command, "province", "rail-bureau");
        transfer.Brief("fire", Told, T0);
        transfer.Accept("province", T0);
        Assert.Null(transfer.TakeEffect("fire", command, T0.AddMinutes(150)));
        Assert.Equal((CommandForm.Unified, "province", 2), (command.Current.Form, command.Current.Lead, command.Current.Agencies.Count));
    }

    [Fact]
    public void Command_does_not_pass_before_it_was_accepted_nor_without_a_briefing()
    {
        var command = FirstArriver();
        var transfer = Proposed(command);
        Machine.Refused(transfer.TakeEffect("district", command, T0.AddMinutes(1)), "illegal-transition");
        Machine.Refused(transfer.Accept("district", T0), "illegal-transition");
        transfer.Brief("fire", Told, T0);
        transfer.Accept("district", T0.AddMinutes(5));
        Machine.Refused(transfer.TakeEffect("district", command, T0.AddMinutes(4)), "before-acceptance");
        Machine.Refused(transfer.TakeEffect("police", command, T0.AddMinutes(6)), "not-a-party");
        Assert.Single(command.Tenures);
    }

    [Fact]
    public void The_outgoing_commander_briefs_and_the_incoming_one_answers()
    {
        var transfer = Proposed(FirstArriver());
        Machine.Refused(transfer.Brief("district", Told, T0), "not-the-outgoing-commander");
        Machine.Refused(transfer.Reject("fire"), "not-the-incoming-commander");
        transfer.Brief("fire", Told, T0);
        Machine.Refused(transfer.Accept("fire", T0), "not-the-incoming-commander");
    }

    [Fact]
    public void A_transfer_from_one_who_no_longer_commands_changes_nothing()
    {
        var command = FirstArriver();
        var (late, first) = (Proposed(command, "city"), Proposed(command));
        foreach (var t in (CommandTransfer[])[late, first])
        {
            t.Brief("fire", Told, T0);
            t.Accept(t.ToAgency, T0);
        }
        Assert.Null(first.TakeEffect("fire", command, T0.AddMinutes(1)));
        Machine.Refused(late.TakeEffect("fire", command, T0.AddMinutes(2)), "not-the-commander");
        Assert.Equal(TransferState.Accepted, late.State);
    }

    [Fact]
    public void Command_does_not_pass_to_the_one_who_has_it() =>
        Machine.Refused(CommandTransfer.Propose(Guid.NewGuid(), null, FirstArriver(), "fire", [], TransferReason.Relief, T0).Item2, "already-in-command");
}
