using Coordination.Command.Incidents;
using Coordination.Contracts.Events;

namespace Coordination.Command.Periods;

/// <summary>Whether an approved period is owed after the newest that began, and until when. Pure.</summary>
/// <param name="Last">The newest period that began.</param>
/// <param name="Before">The one that began before it.</param>
/// <param name="Follows">True where an approved one whose time is not over follows.</param>
/// <param name="IsOwed">True where one is owed.</param>
/// <param name="Due">Until when, where that is the period's own end; otherwise the package's time counts, from now.</param>
internal sealed record OwedPeriod(OperationalPeriod Last, OperationalPeriod? Before, bool Follows, bool IsOwed, DateTimeOffset? Due)
{
    /// <summary>Null while no period began. A period of a response that is over owes nothing when the incident is opened again: who leads it plans anew.</summary>
    public static OwedPeriod? Of(IReadOnlyCollection<OperationalPeriod> periods, Incident incident, DateTimeOffset now)
    {
        var begun = periods.Where(p => p.BegunAt is not null).OrderByDescending(p => p.BegunAt).ThenByDescending(p => p.Number).ToList();
        if (begun.Count == 0) return null;
        var last = begun[0];
        var follows = periods.Any(p => p.State == OperationalPeriodState.Approved && p.To > now);
        return new(
            last, begun.ElementAtOrDefault(1), follows, incident.State == IncidentState.Active && !follows && !(last.EndedAt <= incident.ResponseEndedAt),
            last.State == OperationalPeriodState.Current && last.To > now ? last.To : null);
    }

    /// <summary>Whether a clock starts for what is owed. One that nobody met in time says what it says until it is owed anew.</summary>
    /// <param name="newest">How the newest clock of the period stands; null where there is none.</param>
    /// <param name="isAnew">True where it is owed anew, from now.</param>
    public static bool Starts(ClockState? newest, bool isAnew) => newest is null or ClockState.Cancelled or ClockState.Met or ClockState.MetLate || (isAnew && newest == ClockState.Breached);
}
