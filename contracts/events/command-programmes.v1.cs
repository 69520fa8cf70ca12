namespace Coordination.Contracts.Events;

/// <summary>States of a test whether a post answers.</summary>
public enum ReachabilityState
{
    /// <summary>The post was called.</summary>
    Open,
    /// <summary>It answered in time.</summary>
    Answered,
    /// <summary>It did not answer in time.</summary>
    Unanswered,
}

/// <summary>States of a preparedness programme (摸底、修订、完善、验收).</summary>
public enum ProgrammeState
{
    /// <summary>Who takes part, and until when, is settled.</summary>
    Planned,
    /// <summary>What there is, is surveyed.</summary>
    Surveying,
    /// <summary>Plans are revised.</summary>
    Revising,
    /// <summary>What was found is made good.</summary>
    Improving,
    /// <summary>Another body looks at it.</summary>
    Accepting,
    /// <summary>It was accepted.</summary>
    Accepted,
    /// <summary>It is not carried on, for a reason.</summary>
    Cancelled,
}

/// <summary>The post of a roster was called to see whether it answers; when the time was over, it had or had not. Subject: the test.</summary>
[EventType("command.reachability-test-changed.v1", Label = Labels.AmberStrict)]
public sealed record ReachabilityTestChanged(Guid ReachabilityTestId, Guid RosterId, ReachabilityState State, string Agency, string ByAgency, DateTimeOffset At) : IEvent;

/// <summary>A preparedness programme was planned or moved on, or an agency did its share. Subject: the programme.</summary>
[EventType("command.programme-changed.v1", Label = Labels.Green)]
public sealed record ProgrammeChanged(
    Guid ProgrammeId, string Jurisdiction, ProgrammeState State, string RunnerAgency, string AccepterAgency, IReadOnlyList<string> Agencies, int SharesDone, DateTimeOffset? DueAt,
    string ByAgency, DateTimeOffset At) : IEvent;
