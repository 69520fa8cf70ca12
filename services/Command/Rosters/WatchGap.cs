namespace Coordination.Command.Rosters;

/// <summary>A stretch that nobody keeps.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="Until">When the next shift begins, or null while none is planned.</param>
internal sealed record WatchGap(DateTimeOffset From, DateTimeOffset? Until)
{
    /// <summary>The first gap that the shifts of a watch leave from a moment on; there is always one, since no plan goes on for ever.</summary>
    public static WatchGap First(IEnumerable<DutyShift> shifts, DateTimeOffset since)
    {
        var until = since;
        foreach (var shift in shifts.Where(s => s.IsWatch && s.Until > since).OrderBy(s => s.CoversFrom))
        {
            if (shift.CoversFrom > until) return new(until, shift.CoversFrom);
            if (shift.Until > until) until = shift.Until;
        }
        return new(until, null);
    }
}
