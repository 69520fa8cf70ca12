using System.Reflection;
using Coordination.Command.Transfers;
using Coordination.Contracts.Events;

namespace Coordination.Tests.Unit.Command.Transfers;

/// <summary>
/// Three incidents and what a number makes happen to them, one decision after the other as the store runs them: a leader arrives, command is offered, passes or is
/// taken over, an incident becomes part of another, or the process dies before it commits.
/// </summary>
internal sealed class ManyCommands
{
    private static readonly DateTimeOffset T0 = new(2008, 4, 28, 4, 41, 0, TimeSpan.Zero);
    private static readonly Briefing Told = new("Two trains collided", "3 engines", "Free the trapped", "First report due 05:41", "Leaking fuel");
    private static readonly string[] Agencies = ["fire", "county", "city", "province"];
    private static readonly MethodInfo Clone = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly Row[] rows = [new(Guid.NewGuid()), new(Guid.NewGuid()), new(Guid.NewGuid())];
    private DateTimeOffset now = T0;

    /// <summary>How often each thing happened.</summary>
    public Dictionary<string, int> Counted { get; } = [];

    public void Step(int n)
    {
        now = now.AddSeconds(n % 47);
        var (at, to, act) = (n / 47 % 3, n / 141 % 3, n / 423 % 16);
        if (rows[at].MergedAt is not null) return;
        // Decisions are made on copies; what is not committed never was.
        var (row, into) = (rows[at].Copy(), rows[to].Copy());
        var done = Decide(act, n, row, into);
        if (done is null) return;
        if (n % 7 == 6)
        {
            Count("failed");
            return;
        }
        Count(done);
        rows[at] = row;
        if (done == "merged") rows[to] = into;
    }

    /// <summary>Instants at which an incident that somebody commanded has not exactly one commander, or one that became part of another has any.</summary>
    public IEnumerable<string> Faults() =>
        from row in rows
        where row.Command is not null
        from second in Enumerable.Range(0, 4200)
        let i = T0.AddSeconds(second)
        let tenures = row.Command!.Tenures
        let expected = i >= tenures[0].From && (row.MergedAt is null || i < row.MergedAt) ? 1 : 0
        let found = tenures.Count(t => t.From <= i && (t.Until is null || i < t.Until))
        where found != expected
        select $"{found} at {i:T}";

    /// <summary>Tenures follow each other without gap or overlap, each with one lead who is in command.</summary>
    public bool AreWhole() => rows.Where(r => r.Command is not null).All(r =>
        r.Command!.Tenures.Zip(r.Command.Tenures.Skip(1)).All(p => p.First.Until == p.Second.From && p.First.Sequence + 1 == p.Second.Sequence)
        && r.Command.Tenures.TrueForAll(t => t.Agencies.Contains(t.Lead)) && r.Command.Current.Until == r.MergedAt);

    private string? Decide(int act, int n, Row row, Row into)
    {
        var (agency, open) = (Agencies[n / 5076 % 4], row.Open);
        if (act == 0 || row.Command is null) return row.Arrive(agency, now);
        if (act is > 2 and < 11 && open is null) return null;
        return act switch
        {
            1 or 2 => row.Propose(agency, n % 5 == 0 ? [Agencies[n % 4]] : [], now),
            3 or 4 or 5 => open!.Brief(open.FromAgency, Told, now) is null ? "briefed" : null,
            6 or 7 => open!.Accept(open.ToAgency, now) is null ? "accepted" : null,
            8 or 9 => open!.TakeEffect(n % 2 == 0 ? open.ToAgency : open.FromAgency, row.Command, now.AddSeconds(-(n % 20))) is null ? "passed" : null,
            10 => n % 2 > 0 ? null : (n % 4 == 0 ? open!.Reject(open.ToAgency) : open!.Lapse()) is null ? "dropped" : null,
            11 => row.TakeOver(agency, now),
            12 => n % 4 == 0 && into.Id != row.Id && into.MergedAt is null ? row.MergeInto(into, now) : null,
            // The next step of what is open, whatever that is.
            _ => open is null ? null : Decide(open.State switch { TransferState.Proposed => 3, TransferState.Briefed => 6, _ => 8 }, n, row, into),
        };
    }

    private void Count(string what) => Counted[what] = Counted.GetValueOrDefault(what) + 1;

    private sealed class Row(Guid id)
    {
        private CommandTransfer? newest;

        public Guid Id => id;
        public IncidentCommand? Command { get; private set; }
        public DateTimeOffset? MergedAt { get; private set; }
        public CommandTransfer? Open => newest is { IsOpen: true } ? newest : null;

        public Row Copy() => new(id) { newest = CopyOf(newest), Command = CopyOf(Command), MergedAt = MergedAt };

        public string? Arrive(string agency, DateTimeOffset at)
        {
            if (Command is not null) return null;
            Command = IncidentCommand.FirstArriver(id, T0, null, agency, at).Item1;
            return "arrived";
        }

        public string? Propose(string agency, IReadOnlyList<string> with, DateTimeOffset at)
        {
            if (Open is not null || CommandTransfer.Propose(Guid.NewGuid(), null, Command!, agency, with, TransferReason.BeyondCapacity, at).Item1 is not { } transfer) return null;
            newest = transfer;
            return "proposed";
        }

        public string? TakeOver(string agency, DateTimeOffset at)
        {
            if (CommandTransfer.TakeOver(Guid.NewGuid(), Command!, agency, [], "No answer by radio or telephone", at).Item1 is not { } transfer) return null;
            Open?.Lapse();
            newest = transfer;
            return "taken over";
        }

        public string? MergeInto(Row into, DateTimeOffset at)
        {
            Open?.Lapse();
            if (Command!.End(at) is not null) return null;
            into.Command ??= IncidentCommand.GoOn(into.Id, Command, at);
            MergedAt = at;
            return "merged";
        }

        private static T? CopyOf<T>(T? it) where T : class => it is null ? null : (T)Clone.Invoke(it, null)!;
    }
}
