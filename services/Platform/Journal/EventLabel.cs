using System.Reflection;
using Coordination.Contracts;

namespace Coordination.Platform;

/// <summary>The sharing label that an event gets: its type's, or the one its type has for what belongs to no incident.</summary>
internal static class EventLabel<TEvent> where TEvent : class, IEvent
{
    private static readonly Func<TEvent, Guid?>? WholeOf =
        typeof(TEvent).GetProperty("IncidentId", BindingFlags.Public | BindingFlags.Instance) is { } incident && incident.PropertyType == typeof(Guid?)
            ? incident.GetMethod!.CreateDelegate<Func<TEvent, Guid?>>() : null;

    private static readonly Func<TEvent, Guid?>[] Ids = [.. typeof(TEvent).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(IdOf).OfType<Func<TEvent, Guid?>>()];

    internal static string Of(EventTypeAttribute type, TEvent e, Guid subject) => type.Alone is { } alone && IsAlone(type, e, subject) ? alone : type.Label;

    /// <summary>It names no whole; where it may have left one, its subject is then an id of its own.</summary>
    private static bool IsAlone(EventTypeAttribute type, TEvent e, Guid subject) =>
        WholeOf is { } whole ? whole(e) is null && (!type.MayLeave || Ids.Any(id => id(e) == subject)) : e is IReportEvent report && report.ReportId == subject;

    private static Func<TEvent, Guid?>? IdOf(PropertyInfo member)
    {
        if (member.PropertyType == typeof(Guid?)) return member.GetMethod!.CreateDelegate<Func<TEvent, Guid?>>();
        if (member.PropertyType != typeof(Guid)) return null;
        var id = member.GetMethod!.CreateDelegate<Func<TEvent, Guid>>();
        return e => id(e);
    }
}
