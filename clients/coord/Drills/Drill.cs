using System.Text.Json.Nodes;

namespace Coordination.CommandLine.Drills;

/// <summary>An exercise as data: who acts, what they do when, and what must be true. The runner knows nothing of any one drill.</summary>
internal sealed record Drill(
    string Name, string Title, DateTimeOffset T0, TimeSpan Begins, IReadOnlyDictionary<string, string> Canaries,
    IReadOnlyDictionary<string, Actor> Actors, IReadOnlyList<Step> Steps);

/// <summary>Someone who calls the region. Without an agency, a member of the public: no token.</summary>
internal sealed record Actor(string Name, string? Agency, IReadOnlyList<string> Roles, string? Subject, int Line);

/// <summary>What happens at one moment, then what must be true once the region has come to rest. What is pending is not played.</summary>
internal sealed record Step(
    string Title, TimeSpan At, IReadOnlyList<Remembered> Remember, IReadOnlyList<Call> Calls, IReadOnlyList<Expectation> Expectations,
    IReadOnlyList<Pending> Pending, int Line);

/// <summary>A call, an expectation or a whole step that needs something the services do not have yet. It is checked as far as names go, never played.</summary>
internal sealed record Pending(string Says, string Needs, Call? Call, Expectation? Expectation, int Line);

/// <summary>Views kept under a name at the start of a step, to be compared later.</summary>
internal sealed record Remembered(string Name, IReadOnlyList<Call> Views, int Line);

/// <summary>One call of one actor, or one for each value of <see cref="Each"/>, and the answer it must get.</summary>
internal sealed record Call(
    string Id, string Actor, string Method, string Path, JsonNode? Body, string? Raw, string? IfMatch, Answer Answer, string? Keep, string? From, Each? Each,
    string Says, int Line);

/// <summary>The same thing once for each value of a variable.</summary>
internal sealed record Each(string Variable, IReadOnlyList<JsonNode> Values);

/// <summary>What an answer must be. Without a status any 2xx will do; a problem names the rule of a refusal.</summary>
internal sealed record Answer(int? Status, string? Problem, IReadOnlyList<Member> Members);

/// <summary>A value that must stand at a path.</summary>
internal sealed record Member(string Path, JsonNode? Expected, int Line);

/// <summary>Something that must be true. Its cause is the call without which it fails; its mutant is what, done too, makes it fail.</summary>
internal abstract record Expectation(string Says, string? Cause, IReadOnlyList<Call> Mutant, Each? Each, int Line);

/// <summary>A later look at the region.</summary>
internal sealed record ViewExpectation(Call View, string Says, string? Cause, IReadOnlyList<Call> Mutant, Each? Each, int Line)
    : Expectation(Says, Cause, Mutant, Each, Line);

/// <summary>A clock, its state and its times.</summary>
internal sealed record ClockExpectation(
    string Key, string? Of, int Occurrence, string State, IReadOnlyDictionary<string, string> Times, string Says, string? Cause, IReadOnlyList<Call> Mutant, Each? Each, int Line)
    : Expectation(Says, Cause, Mutant, Each, Line);

/// <summary>Events in the region's log. A count of 0 means that there is none.</summary>
internal sealed record EventExpectation(
    string Type, string? Subject, IReadOnlyList<Member> Where, int? Count, string Says, string? Cause, IReadOnlyList<Call> Mutant, Each? Each, int Line)
    : Expectation(Says, Cause, Mutant, Each, Line);

/// <summary>Views that must be what they were when they were remembered.</summary>
internal sealed record SameExpectation(string Name, string Says, string? Cause, IReadOnlyList<Call> Mutant, Each? Each, int Line)
    : Expectation(Says, Cause, Mutant, Each, Line);
