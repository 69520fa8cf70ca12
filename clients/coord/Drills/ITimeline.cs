namespace Coordination.CommandLine.Drills;

/// <summary>Someone who watches a drill being played.</summary>
internal interface ITimeline
{
    /// <summary>True when clocks are wanted at every jump of time, not only after steps.</summary>
    bool ShowsClocks { get; }

    void Began(Drill drill, string exercise);

    void Began(Step step, DateTimeOffset now);

    void Concluded(Finding finding);

    void Clocks(IReadOnlyList<ClockRow> board, DateTimeOffset now);
}

/// <summary>Nobody watches.</summary>
internal sealed class Unwatched : ITimeline
{
    public bool ShowsClocks => false;

    public void Began(Drill drill, string exercise) { }

    public void Began(Step step, DateTimeOffset now) { }

    public void Concluded(Finding finding) { }

    public void Clocks(IReadOnlyList<ClockRow> board, DateTimeOffset now) { }
}
