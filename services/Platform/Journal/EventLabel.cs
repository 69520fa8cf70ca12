using System.Reflection;
using Coordination.Contracts;

namespace Coordination.Platform;

/// <summary>The sharing label that an event gets: its type's, or the one its type has for what belongs to no incident.</summary>
internal static class EventLabel<TEvent> where TEvent : class, IEvent
{
    private static readonly Func<TEvent, Guid?>? WholeOf =
        typeof(TEvent).GetProperty("IncidentId", BindingFlags.Public | BindingFlags.Instance) is { } incident && incident.PropertyType == typeof(Guid?)
            ? incident.GetMethod!.CreateDelegate<Func<TEvent, Guid?>>() : null;

    internal static string Of(EventTypeAttribute type, TEvent e, Guid subject) => type.Alone is { } alone && IsAlone(e, subject) ? alone : type.Label;

    private static bool IsAlone(TEvent e, Guid subject) => WholeOf is { } whole ? whole(e) is null : e is IReportEvent report && report.ReportId == subject;
}
