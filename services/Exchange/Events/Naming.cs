using System.Text.Json;
using Coordination.Platform;

namespace Coordination.Exchange.Events;

/// <summary>What an event's data names: the incident, the thing it is about, agencies.</summary>
internal static class Naming
{
    /// <summary>The incident that it names, whatever it is about itself, as a warning may be; otherwise its subject.</summary>
    internal static Guid IncidentOf(LoggedEvent e) => NamedIncidentOf(e) ?? e.Subject;

    /// <summary>The incident that it names, or null.</summary>
    internal static Guid? NamedIncidentOf(LoggedEvent e)
    {
        var json = new Utf8JsonReader(e.Data.Span);
        while (json.Read())
            if (json.CurrentDepth == 1 && json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("incidentId"))
                return json.Read() && json.TokenType == JsonTokenType.String && json.TryGetGuid(out var incident) ? incident : null;
        return null;
    }

    /// <summary>The thing that it is about: its first member is that one's id.</summary>
    internal static Guid ThingOf(LoggedEvent e)
    {
        var json = new Utf8JsonReader(e.Data.Span);
        return json.Read() && json.Read() && json.Read() && json.TokenType == JsonTokenType.String && json.TryGetGuid(out var thing) ? thing : e.Subject;
    }

    /// <summary>Which clock it tells of; empty where it tells of none.</summary>
    internal static string KeyOf(LoggedEvent e)
    {
        var json = new Utf8JsonReader(e.Data.Span);
        while (json.Read())
            if (json.CurrentDepth == 1 && json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("key")) return json.Read() ? TextOf(ref json) : "";
        return "";
    }

    /// <summary>True when its subject is an id that its data holds; the incident that it left is none.</summary>
    internal static bool HoldsItsSubject(LoggedEvent e)
    {
        var json = new Utf8JsonReader(e.Data.Span);
        while (json.Read())
            if (json.CurrentDepth == 1 && json.TokenType == JsonTokenType.String && json.TryGetGuid(out var id) && id == e.Subject) return true;
        return false;
    }

    /// <summary>Agencies in the members that hold agencies, in the order of the data.</summary>
    internal static List<string> AgenciesOf(LoggedEvent e)
    {
        var json = new Utf8JsonReader(e.Data.Span);
        var (isAgency, found) = (false, new List<string>());
        while (json.Read())
            if (json.TokenType == JsonTokenType.PropertyName) isAgency = IsOfAgencies(json.ValueSpan);
            else if (isAgency && TextOf(ref json) is { Length: > 0 } named) found.Add(named);
        return found;
    }

    /// <summary>True when a member that holds agencies holds this one. It is asked for each reader and leaves nothing on the heap.</summary>
    internal static bool Names(this LoggedEvent e, string agency)
    {
        var json = new Utf8JsonReader(e.Data.Span);
        var isAgency = false;
        while (json.Read())
            if (json.TokenType == JsonTokenType.PropertyName) isAgency = IsOfAgencies(json.ValueSpan);
            else if (isAgency && json.TokenType == JsonTokenType.String && (json.ValueIsEscaped ? TextOf(ref json) == agency : json.ValueTextEquals(agency))) return true;
        return false;
    }

    private static bool IsOfAgencies(ReadOnlySpan<byte> member) => member.EndsWith("Agency"u8) || member.SequenceEqual("agency"u8) || member.SequenceEqual("agencies"u8)
        || member.SequenceEqual("copyTo"u8) || member.SequenceEqual("lead"u8) || member.SequenceEqual("recipient"u8);

    /// <summary>What is no text says nothing, and so opens nothing: one odd attribute must not end the streams of all.</summary>
    internal static string TextOf(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.String) return "";
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
