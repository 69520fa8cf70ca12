using System.ComponentModel.DataAnnotations;
using Coordination.Command.Periods;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Plans;

/// <summary>
/// What a plan of kind MajorEvent says beyond every other plan: it belongs to the notice of a commercial, sport or cultural event at a venue, which its operator filed
/// (domain.md C1). It counts people and names none; an assembly, procession, picket or petition has no notice, and so no plan.
/// </summary>
/// <param name="EventNoticeId">The notice of the event.</param>
/// <param name="From">When the plan begins to hold, with the setting up.</param>
/// <param name="To">When all have left.</param>
/// <param name="SitePlan">How the site is laid out, in words: entrances, exits, stands, places for helpers.</param>
/// <param name="ExpectedAttendance">Persons expected at one time, by the plan.</param>
/// <param name="Capacity">Persons that the site holds as it is laid out.</param>
/// <param name="Posts">Who stands where: agencies, never persons.</param>
/// <param name="Routes">Ways out.</param>
public sealed record MajorEvent(
    Guid EventNoticeId, DateTimeOffset From, DateTimeOffset To, [property: Text(4000)] string SitePlan, [property: Range(1, 10_000_000)] int ExpectedAttendance,
    [property: Range(1, 10_000_000)] int Capacity, [property: Items(1, 200)] IReadOnlyList<EventPost> Posts, [property: Items(1, 50)] IReadOnlyList<EvacuationRoute> Routes)
{
    internal Refusal? Fault()
    {
        if (To <= From) return Refusal.Invalid("/content/event/to", "ends-before-start", "Must lie after the start.");
        if (TelephoneNumber.Refuse("/content/event/sitePlan", SitePlan) is { } number) return number;
        for (var i = 0; i < Posts.Count; i++)
        {
            if (!Code.Is(Posts[i].Agency)) return Code.Refuse($"/content/event/posts/{i}/agency");
            var at = $"/content/event/posts/{i}";
            if ((TelephoneNumber.Refuse($"{at}/place", Posts[i].Place) ?? TelephoneNumber.Refuse($"{at}/work", Posts[i].Work)) is { } no) return no;
        }
        for (var i = 0; i < Routes.Count; i++)
        {
            var at = $"/content/event/routes/{i}";
            if ((TelephoneNumber.Refuse($"{at}/from", Routes[i].From) ?? TelephoneNumber.Refuse($"{at}/to", Routes[i].To)) is { } no) return no;
        }
        return null;
    }

    /// <summary>Null when the plan fits the event as its operator filed it, so far as Command was told.</summary>
    internal Refusal? Unfit(KnownEvent? filed, DateTimeOffset at) =>
        filed is null ? Refusal.Invalid("/content/event/eventNoticeId", "unknown-event-notice", "There is no notice of such an event here, or none yet: events are filed by their operator.")
        : filed.State is EventNoticeState.Ended or EventNoticeState.Withdrawn ? new Refusal("event-over", $"The notice of the event is {filed.State}: nothing is planned for it any more.")
        : at >= filed.EndsAt ? new Refusal("event-over", "The event is over by the times of its notice: nothing is planned for it any more.")
        : From > filed.StartsAt || To < filed.EndsAt ? Refusal.Invalid("/content/event/from", "event-not-covered", "The plan holds from before the event starts until after it ends.")
        : Capacity > filed.Capacity ? Refusal.Invalid("/content/event/capacity", "over-venue-capacity", $"The venue holds {filed.Capacity} persons by its notice.")
        : null;

    /// <summary>Null when those who are expected fit in, and each post is for an agency that there is. Asked before the plan is approved.</summary>
    internal Refusal? Unsafe(IReadOnlyList<int> unplaceable) =>
        ExpectedAttendance > Capacity ? new Refusal("expected-over-capacity", $"{ExpectedAttendance} persons are expected and {Capacity} fit in: let fewer in at a time, or give them another place.")
        : unplaceable.Count > 0 ? new Refusal("post-not-placeable", $"Posts {string.Join(", ", unplaceable)} are for agencies that the tree does not know; see the links.")
        : null;
}

/// <summary>A post at an event.</summary>
/// <param name="Agency">Code of the agency that mans it.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Place">Where.</param>
/// <param name="Work">What is done there, in words.</param>
public sealed record EventPost([property: Text(64)] string Agency, EventPostKind Kind, [property: Text(200)] string Place, [property: Text(500)] string Work);

/// <summary>What a post at an event is for. There is none that watches, sorts or searches visitors.</summary>
public enum EventPostKind
{
    /// <summary>Leads the event's safety on the spot.</summary>
    Lead,
    /// <summary>Stewards at entrances, exits and passages.</summary>
    Stewards,
    /// <summary>First aid.</summary>
    FirstAid,
    /// <summary>Fire watch.</summary>
    FireWatch,
    /// <summary>Traffic around the site.</summary>
    Traffic,
    /// <summary>Power, lighting and structures.</summary>
    Technical,
    /// <summary>Information and loudspeakers.</summary>
    Information,
}

/// <summary>A way out.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where people are safe.</param>
/// <param name="PersonsPerMinute">How many get through in a minute.</param>
public sealed record EvacuationRoute([property: Text(200)] string From, [property: Text(200)] string To, [property: Range(1, 100_000)] int PersonsPerMinute);
