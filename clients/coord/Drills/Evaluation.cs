namespace Coordination.CommandLine.Drills;

/// <summary>How an expectation ended. Only <see cref="Met"/> is good: what nobody looked at counts as failed, unless the drill itself says what it waits for.</summary>
internal enum Outcome
{
    /// <summary>The run ended before anyone looked.</summary>
    NotEvaluated,

    /// <summary>It is as expected.</summary>
    Met,

    /// <summary>It is not as expected.</summary>
    Unmet,

    /// <summary>It could not be looked at: something it needs never came to be.</summary>
    Unknown,

    /// <summary>The drill says that it needs something the services do not have yet.</summary>
    NotRun,
}

/// <summary>One thing that had to be so: the answer to a call, or an expectation of a step.</summary>
internal sealed class Finding(int step, string title, string says, int line)
{
    internal int Step { get; } = step;

    internal string Title { get; } = title;

    internal string Says { get; } = says;

    internal int Line { get; } = line;

    internal Outcome Outcome { get; private set; }

    /// <summary>What differs; null when met.</summary>
    internal string? Detail { get; private set; }

    internal DateTimeOffset? At { get; private set; }

    internal void Conclude(Outcome outcome, string? detail, DateTimeOffset? at) => (Outcome, Detail, At) = (outcome, detail, at);
}

/// <summary>Everything a drill expects, from its first moment not evaluated.</summary>
internal sealed class Evaluation
{
    private readonly Dictionary<object, Finding> byOrigin = new(ReferenceEqualityComparer.Instance);

    internal Evaluation(Drill drill)
    {
        Drill = drill;
        for (var i = 0; i < drill.Steps.Count; i++)
        {
            foreach (var call in drill.Steps[i].Calls) Add(call, new(i, drill.Steps[i].Title, $"{call.Says} → {Answered(call.Answer)}{Times(call.Each)}", call.Line));
            foreach (var expectation in drill.Steps[i].Expectations) Add(expectation, new(i, drill.Steps[i].Title, expectation.Says + Times(expectation.Each), expectation.Line));
            foreach (var pending in drill.Steps[i].Pending)
            {
                Add(pending, new(i, drill.Steps[i].Title, pending.Says, pending.Line));
                byOrigin[pending].Conclude(Outcome.NotRun, pending.Needs, null);
            }
        }
    }

    internal Drill Drill { get; }

    internal List<Finding> Findings { get; } = [];

    internal IReadOnlyList<ClockRow> Clocks { get; set; } = [];

    /// <summary>Why the run ended early, or null.</summary>
    internal string? Broken { get; set; }

    internal string? Exercise { get; set; }

    internal TimeSpan Took { get; set; }

    /// <summary>How many of its expectations were there to be met, and how many were not run.</summary>
    internal (int Asked, int NotRun) Counts => Findings.Count(f => f.Outcome == Outcome.NotRun) is var left ? (Findings.Count - left, left) : default;

    internal bool IsGood => Broken is null && Counts.Asked > 0 && Findings.TrueForAll(f => f.Outcome is Outcome.Met or Outcome.NotRun);

    internal Finding Of(object origin) => byOrigin[origin];

    private void Add(object origin, Finding finding)
    {
        byOrigin.Add(origin, finding);
        Findings.Add(finding);
    }

    private static string Answered(Answer answer) => answer.Problem is { } rule ? $"{answer.Status} {rule}" : answer.Status is { } status ? $"{status}" : "2xx";

    private static string Times(Each? each) => each is null ? "" : $" ({each.Values.Count} times)";
}
