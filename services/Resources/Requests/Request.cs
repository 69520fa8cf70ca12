using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Fills;

namespace Coordination.Resources.Requests;

/// <summary>A request for resources (ICS-213RR): a header over lines. Its own state is a view of them.</summary>
internal sealed class Request
{
    private Request() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public string Agency { get; private set; } = "";
    public Guid? IncidentId { get; private set; }
    public ResponseGrade? Level { get; private set; }
    public List<Line> Lines { get; private set; } = [];
    /// <summary>What the crews should know; stays with the requester.</summary>
    public string? Instructions { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Subject of its events.</summary>
    public Guid Subject => IncidentId ?? Id;

    public static Request Draft(
        Guid id, Guid? exercise, string agency, Guid? incident, ResponseGrade? level, IEnumerable<Line> lines, string? instructions, DateTimeOffset at) => new()
        {
            Id = id,
            ExerciseId = exercise,
            Agency = agency,
            IncidentId = incident,
            Level = level,
            Lines = [.. lines],
            Instructions = instructions,
            CreatedAt = at,
        };

    public Line? Find(int number) => Lines.Find(l => l.Number == number);

    public Refusal? Revise(int number, int quantity, DateTimeOffset needBy, DateTimeOffset at) => On(number, line =>
    {
        if (line.State is not (LineState.Draft or LineState.Returned)) return new Refusal("line-fixed", $"A line is revised while Draft or Returned, not {line.State}.");
        if (needBy <= at) return Refusal.Invalid("/needBy", "in-past", "It must lie ahead.");
        (line.Quantity, line.NeedBy) = (quantity, needBy);
        return null;
    });

    /// <summary>Puts every line that is Draft or Returned to review.</summary>
    public Refusal? Submit(DateTimeOffset at)
    {
        var lines = Lines.Where(l => l.State is LineState.Draft or LineState.Returned).ToList();
        if (lines.Count == 0) return new Refusal("illegal-transition", "No line waits to be submitted.");
        if (lines.Find(l => l.NeedBy <= at) is { } late) return Refusal.Invalid($"/lines/{Lines.IndexOf(late)}/needBy", "in-past", "It must lie ahead: revise the line.");
        lines.ForEach(l => l.State = LineState.Submitted);
        SubmittedAt = at;
        Version++;
        return null;
    }

    public Refusal? Return(int number) => On(number, line => line.Move(LineState.Returned));

    public Refusal? Deny(int number) => On(number, line => line.Move(LineState.Denied));

    public Refusal? Approve(int number, int quantity) => On(number, line =>
    {
        if (quantity < 1 || quantity > line.Quantity) return Refusal.Invalid("/quantity", "more-than-asked", "Approve at least 1 and at most what is asked.");
        if (line.Move(LineState.Approved) is { } no) return no;
        line.Approved = quantity;
        line.Derive();
        return null;
    });

    public Refusal? Ask(int number, AskMade ask) => On(number, line =>
    {
        if (!line.TakesAsks) return new Refusal("illegal-transition", $"Suppliers are asked for an approved line; this one is {line.State}.");
        if (ask.Quantity > line.Quantity) return Refusal.Invalid("/quantity", "more-than-needed", "Ask for at most what the line needs.");
        if (ask.Relation == AskRelation.Own != (ask.ToAgency == Agency)) return Refusal.Invalid("/relation", "relation", "Own means the requester itself, and only that.");
        line.Asks.Add(ask);
        line.Derive();
        return null;
    });

    /// <summary>Nobody can.</summary>
    public Refusal? GiveUp(int number) => On(number, line => line.Move(LineState.Unfilled));

    /// <summary>The need-by time passed: who has not answered by then is waited for no longer.</summary>
    public Refusal? Expire(int number, DateTimeOffset at) => On(number, line =>
    {
        if (Line.Life.Refuse(line.State, LineState.Expired) is { } no) return no;
        line.GoSilent(_ => true, at);
        return line.Move(LineState.Expired);
    });

    /// <summary>The time for an answer to an ask is over; true when it was waited for until now.</summary>
    public bool GoSilent(Guid ask, DateTimeOffset at)
    {
        if (Lines.Find(l => l.Asks.Exists(a => a.AskId == ask)) is not { TakesAsks: true } line || !line.GoSilent(a => a.AskId == ask, at)) return false;
        Version++;
        return true;
    }

    public Refusal? Cancel(int number) => On(number, line =>
        line.IsMet && line.Fills.Where(f => FillRules.IsCommitted(f.State)).All(f => f.State >= FillState.EnRoute)
            ? new Refusal("all-deployed", "All of it is deployed: release the fills instead.")
            : line.Move(LineState.Cancelled));

    /// <summary>Closes every line once all its fills are home or ended.</summary>
    public Refusal? Close()
    {
        var lines = Lines.Where(l => l.State is LineState.Filled or LineState.Unfilled or LineState.Expired).ToList();
        if (lines.Count == 0 || Lines.Exists(l => !l.IsDecided || l.State is LineState.Approved or LineState.Sourcing or LineState.PartiallyFilled))
            return new Refusal("illegal-transition", "Every line must be filled, unfilled, expired, denied or cancelled first.");
        if (Lines.Exists(l => l.Fills.Exists(f => f.State < FillState.Returned))) return new Refusal("fills-outstanding", "Fills have not come back yet.");
        lines.ForEach(l => l.State = LineState.Closed);
        Version++;
        return null;
    }

    /// <summary>Null when a fill of so many fits into the line, or a signed reason lets it exceed.</summary>
    public Refusal? Fits(Guid lineId, Guid fillId, int quantity)
    {
        if (Lines.Find(l => l.Id == lineId) is not { } line) return new Refusal("no-such-line", "The request has no such line.");
        if (!line.IsOpen && line.State != LineState.Expired) return new Refusal("illegal-transition", $"A line that is {line.State} takes no fills.");
        var others = line.Spoken - line.Fills.Where(f => f.FillId == fillId && (f.State == FillState.Ordered || FillRules.IsCommitted(f.State))).Sum(f => f.Quantity);
        return others + quantity <= line.Quantity || line.OverCommit is not null
            ? null
            : new Refusal("over-commit", $"The line needs {line.Quantity} and {others} are spoken for; sign an over-commitment to take more.");
    }

    /// <summary>Lets a line take more than it needs; the reason is signed by a commander.</summary>
    public Refusal? SignOverCommit(int number, OverCommitReason reason) => On(number, line =>
    {
        if (line.OverCommit is not null) return new Refusal("already-signed", "The over-commitment is signed.");
        line.OverCommit = reason;
        return null;
    });

    /// <summary>Takes a fill's newest state into account; true when the line looks different now.</summary>
    public bool Count(Guid lineId, FillTally fill)
    {
        if (Lines.Find(l => l.Id == lineId) is not { } line || !line.Count(fill)) return false;
        Version++;
        return true;
    }

    private Refusal? On(int number, Func<Line, Refusal?> decide)
    {
        if (Find(number) is not { } line) return new Refusal("not-found", "The request has no such line.", null, 404);
        if (decide(line) is { } no) return no;
        Version++;
        return null;
    }
}
