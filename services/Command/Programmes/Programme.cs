using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Programmes;

/// <summary>
/// A preparedness programme of agencies 摸底、修订、完善、验收: each stage ends when every agency that takes part has done its share, and another body than the one that runs it accepts it, or gives it back with findings.
/// </summary>
internal sealed class Programme
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<ProgrammeState> Life = new(
        (ProgrammeState.Planned, [ProgrammeState.Surveying, ProgrammeState.Cancelled]),
        (ProgrammeState.Surveying, [ProgrammeState.Revising, ProgrammeState.Cancelled]),
        (ProgrammeState.Revising, [ProgrammeState.Improving, ProgrammeState.Cancelled]),
        (ProgrammeState.Improving, [ProgrammeState.Accepting, ProgrammeState.Cancelled]),
        (ProgrammeState.Accepting, [ProgrammeState.Accepted, ProgrammeState.Improving, ProgrammeState.Cancelled]));

    private Programme() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public ProgrammeState State { get; private set; }
    public string Jurisdiction { get; private set; } = "";
    /// <summary>In words; stays in this service, as findings do.</summary>
    public string Name { get; private set; } = "";
    public string RunBy { get; private set; } = "";
    public string Accepter { get; private set; } = "";
    public List<string> Agencies { get; private set; } = [];
    public ProgrammeDates Dates { get; private set; } = null!;
    /// <summary>What agencies have done, by stage.</summary>
    public List<StageShare> Shares { get; private set; } = [];
    /// <summary>What it was given back for the last time.</summary>
    public List<string> Findings { get; private set; } = [];
    public DateTimeOffset? AcceptedAt { get; private set; }
    /// <summary>Why it was cancelled.</summary>
    public string? Reason { get; private set; }

    /// <summary>When the stage that it is in is due; null where none is.</summary>
    public DateTimeOffset? DueAt => State switch
    {
        ProgrammeState.Surveying => Dates.Survey,
        ProgrammeState.Revising => Dates.Revise,
        ProgrammeState.Improving => Dates.Improve,
        ProgrammeState.Accepting => Dates.Accept,
        _ => null,
    };

    public static (Programme?, Refusal?) Plan(PlanProgramme request, Guid? exercise, string agency, DateTimeOffset now)
    {
        List<string> agencies = [.. request.Agencies.Distinct(StringComparer.Ordinal)];
        if (agencies.Any(a => !Code.Is(a))) return (null, Code.Refuse("/agencies"));
        if (!Code.Is(request.Accepter)) return (null, Code.Refuse("/accepter"));
        if (request.Accepter == agency || agencies.Contains(request.Accepter)) return (null, Refusal.Invalid("/accepter", "own-work", "Another body accepts it than those that run it and take part."));
        if (OutOfOrder(request.Dates, ProgrammeState.Surveying, now, "/dates") is { } order) return (null, order);
        return (new() { Id = Guid.CreateVersion7(), ExerciseId = exercise, Jurisdiction = request.Jurisdiction, Name = request.Name, RunBy = agency, Accepter = request.Accepter, Agencies = agencies, Dates = request.Dates }, null);
    }

    /// <summary>An agency has done its share of the stage at hand.</summary>
    public Refusal? Share(string agency, DateTimeOffset at)
    {
        if (!Agencies.Contains(agency)) return Refusal.Forbidden("takes-no-part", "Agencies that take part have shares.");
        if (State is not (ProgrammeState.Surveying or ProgrammeState.Revising or ProgrammeState.Improving)) return new Refusal("no-stage", $"It is {State}: shares are done in Surveying, Revising and Improving.");
        if (Shares.Any(s => s.Stage == State && s.Agency == agency)) return new Refusal("share-done", "The agency has done its share of this stage.");
        (Shares, Version) = ([.. Shares, new(State, agency, at)], Version + 1);
        return null;
    }

    /// <summary>The next stage begins, when all have done their share. Where it or a later one would be due already, or is to be due at another time, other dates are given.</summary>
    public Refusal? Advance(string agency, AdvanceProgramme? request, DateTimeOffset now)
    {
        if (agency != RunBy) return Refusal.Forbidden("not-the-runner", $"{RunBy} runs this programme.");
        if (State is ProgrammeState.Accepting or ProgrammeState.Accepted or ProgrammeState.Cancelled) return new Refusal("no-stage", $"It is {State}: no stage is begun after it.");
        if (State != ProgrammeState.Planned && Agencies.FirstOrDefault(a => !Shares.Any(s => s.Stage == State && s.Agency == a)) is { } open) return new Refusal("share-open", $"{open} has not done its share of this stage.");
        var dates = new ProgrammeDates(
            request?.Survey ?? Dates.Survey, request?.Revise ?? Dates.Revise, request?.Improve ?? Dates.Improve, request?.Accept ?? Dates.Accept);
        if (OutOfOrder(dates, State + 1, now) is { } order) return order;
        Dates = dates;
        return Move(State + 1);
    }

    public Refusal? Accept(string agency, DateTimeOffset at)
    {
        if ((NotAccepter(agency) ?? Life.Refuse(State, ProgrammeState.Accepted)) is { } no) return no;
        (AcceptedAt, Findings) = (at, []);
        return Move(ProgrammeState.Accepted);
    }

    /// <summary>Given back with findings: all improve once more, until other dates.</summary>
    public Refusal? GiveBack(string agency, GiveBackProgramme request, DateTimeOffset now)
    {
        if (NotAccepter(agency) is { } stranger) return stranger;
        if (State != ProgrammeState.Accepting) return new Refusal("no-stage", $"It is {State}: it is given back in Accepting.");
        var dates = Dates with { Improve = request.Improve, Accept = request.Accept };
        if (OutOfOrder(dates, ProgrammeState.Improving, now) is { } order) return order;
        (Findings, Dates) = ([.. request.Findings], dates);
        Shares = [.. Shares.Where(s => s.Stage != ProgrammeState.Improving)];
        return Move(ProgrammeState.Improving);
    }

    /// <param name="agency">Who cancels it: who runs it, or a body on duty.</param>
    /// <param name="isOnDuty">True when that keeps the duty in its jurisdiction or above.</param>
    /// <param name="reason">In words.</param>
    public Refusal? Cancel(string agency, bool isOnDuty, string reason)
    {
        if (agency != RunBy && !isOnDuty) return Refusal.Forbidden("not-the-runner", $"{RunBy} runs this programme: it cancels it, or a body on duty in {Jurisdiction} or above.");
        if (Life.Refuse(State, ProgrammeState.Cancelled) is { } no) return no;
        Reason = reason;
        return Move(ProgrammeState.Cancelled);
    }

    /// <summary>Null when each stage from this one on is due after now and after the one before it.</summary>
    private static Refusal? OutOfOrder(ProgrammeDates dates, ProgrammeState from, DateTimeOffset now, string within = "")
    {
        (string Field, DateTimeOffset Due)[] all = [("survey", dates.Survey), ("revise", dates.Revise), ("improve", dates.Improve), ("accept", dates.Accept)];
        var before = now;
        foreach (var (field, due) in all[(from - ProgrammeState.Surveying)..])
        {
            if (due <= before) return Refusal.Invalid($"{within}/{field}", "stage-order", "Each stage is due after now and after the one before it: give another date.");
            before = due;
        }
        return null;
    }

    private Refusal? NotAccepter(string agency) => agency == Accepter ? null : Refusal.Forbidden("not-the-accepter", $"{Accepter} accepts this programme.");

    private Refusal? Move(ProgrammeState to)
    {
        (State, Version) = (to, Version + 1);
        return null;
    }
}

/// <summary>An agency's share of a stage that it has done.</summary>
/// <param name="Stage">Surveying, Revising or Improving.</param>
/// <param name="Agency">The agency.</param>
/// <param name="At">When.</param>
public sealed record StageShare(ProgrammeState Stage, string Agency, DateTimeOffset At);

/// <summary>Until when each stage lasts, each after the one before it.</summary>
/// <param name="Survey">The survey (摸底).</param>
/// <param name="Revise">The revision (修订).</param>
/// <param name="Improve">The improvement (完善).</param>
/// <param name="Accept">The acceptance (验收).</param>
public sealed record ProgrammeDates(DateTimeOffset Survey, DateTimeOffset Revise, DateTimeOffset Improve, DateTimeOffset Accept);
