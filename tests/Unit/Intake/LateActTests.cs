using Coordination.Contracts.Events;
using Coordination.Intake.Late;
using FsCheck;
using FsCheck.Fluent;
using static Coordination.Tests.Unit.Intake.Rules;

namespace Coordination.Tests.Unit.Intake;

public sealed class LateActTests
{
    [Fact]
    public void Whatever_is_said_only_what_lies_between_knowing_and_now_is_believed() =>
        Prop.ForAll(Gen.Choose(-500, 500).ArrayOf(3).ToArbitrary(), minutes =>
        {
            var (done, earliest, now) = (T0.AddMinutes(minutes[0]), T0.AddMinutes(minutes[1]), T0.AddMinutes(minutes[2]));
            var act = new LateAct(done, LateGround.PhoneLog, AttestingRole.DutyLeader);
            var refusal = act.Refuse(earliest, now);
            return act.At(now) <= now && (done > now || act.At(now) == done) && refusal?.Rule == (done > now.AddMinutes(1) ? "not-in-future" : done < earliest ? "done-before-known" : null) && (refusal is null || refusal.Pointer == "/late/doneAt");
        }).QuickCheckThrowOnFailure();
}
