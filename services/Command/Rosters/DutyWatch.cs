using System.Security.Cryptography;
using System.Text;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Rosters;

/// <summary>
/// The watch of one post of an agency across its rosters 24小时值班 (domain.md C2). A gap is an alarm before it begins and while it lasts; one that has begun
/// is over when somebody is on duty, and not when somebody is planned.
/// </summary>
internal sealed class DutyWatch
{
    public static readonly Lifecycle<WatchState> Life = new(
        (WatchState.Covered, [WatchState.GapAhead, WatchState.Gap, WatchState.StoodDown]),
        (WatchState.GapAhead, [WatchState.Covered, WatchState.Gap, WatchState.StoodDown]),
        (WatchState.Gap, [WatchState.Covered, WatchState.StoodDown]),
        (WatchState.StoodDown, [WatchState.Covered]));

    private DutyWatch() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public string Agency { get; private set; } = "";
    public string Post { get; private set; } = "";
    public WatchState State { get; private set; }
    /// <summary>From here on it is to be kept: the start of its first roster.</summary>
    public DateTimeOffset Since { get; private set; }
    /// <summary>Until here it is kept, as far as is planned; where it is not, since when.</summary>
    public DateTimeOffset CoveredUntil { get; private set; }
    /// <summary>Where the gap of the newest alarm begins or began; null before the first.</summary>
    public DateTimeOffset? GapFrom { get; private set; }
    /// <summary>When the next shift after that gap begins, or null while none is planned.</summary>
    public DateTimeOffset? GapUntil { get; private set; }

    /// <summary>A post has one watch however many rosters are planned for it at once, so its id follows from what it is.</summary>
    public static Guid IdOf(Guid? exercise, string agency, string post) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{exercise}/{agency}/{post}")).AsSpan(0, 16));

    public static DutyWatch Begin(DutyRoster roster) => new()
    {
        Id = IdOf(roster.ExerciseId, roster.Agency, roster.Post),
        ExerciseId = roster.ExerciseId,
        Agency = roster.Agency,
        Post = roster.Post,
        Since = roster.From,
        CoveredUntil = roster.From,
    };

    /// <summary>A roster is planned for it. One that was stood down is kept again, from the start of that roster: then it is true.</summary>
    public bool Take(DutyRoster roster)
    {
        var before = State;
        if (State == WatchState.StoodDown)
        {
            Move(WatchState.Covered);
            (Since, CoveredUntil) = (roster.From, roster.From);
        }
        else if (roster.From < Since)
        {
            Since = roster.From;
            Version++;
        }
        return State != before;
    }

    /// <summary>Looks at the shifts again, after a change or when the cover ends. True when the alarm changed.</summary>
    public bool Look(IReadOnlyCollection<DutyShift> shifts, DateTimeOffset now)
    {
        var (before, gap) = (State, WatchGap.First(shifts, now < Since ? Since : now));
        switch (before)
        {
            case WatchState.StoodDown: break;
            case WatchState.Gap when !shifts.Any(s => s.IsKeptAt(now)):
                Know(CoveredUntil, Next(shifts, now));
                break;
            case WatchState.Covered or WatchState.GapAhead when gap.From <= now:
                Alarm(WatchState.Gap, gap);
                break;
            case WatchState.Gap:
            case WatchState.GapAhead when gap.From > GapFrom:
                Move(WatchState.Covered);
                CoveredUntil = gap.From;
                break;
            default:
                Know(gap.From, before == WatchState.GapAhead ? gap.Until : GapUntil);
                break;
        }
        return State != before;
    }

    /// <summary>Its cover ends soon where it was known to end, and nobody follows.</summary>
    public Refusal? Foresee(IReadOnlyCollection<DutyShift> shifts, DateTimeOffset ends)
    {
        if (ends != CoveredUntil) return new Refusal("watch-covered", "Another shift was planned meanwhile.");
        if (Life.Refuse(State, WatchState.GapAhead) is { } no) return no;
        Alarm(WatchState.GapAhead, new(ends, Next(shifts, ends)));
        return null;
    }

    /// <summary>The agency needs no watch at this post any more: nobody need follow, and it is no alarm.</summary>
    public Refusal? StandDown(string agency) => agency == Agency
        ? Move(WatchState.StoodDown)
        : Refusal.Forbidden("not-own-watch", "An agency keeps its own watch.");

    private static DateTimeOffset? Next(IReadOnlyCollection<DutyShift> shifts, DateTimeOffset after) =>
        shifts.Where(s => s.IsWatch && s.CoversFrom > after).Select(s => (DateTimeOffset?)s.CoversFrom).Min();

    private void Alarm(WatchState state, WatchGap gap)
    {
        Move(state);
        (CoveredUntil, GapFrom, GapUntil) = (gap.From, gap.From, gap.Until);
    }

    private void Know(DateTimeOffset coveredUntil, DateTimeOffset? gapUntil)
    {
        if ((CoveredUntil, GapUntil) == (coveredUntil, gapUntil)) return;
        (CoveredUntil, GapUntil) = (coveredUntil, gapUntil);
        Version++;
    }

    private Refusal? Move(WatchState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}
