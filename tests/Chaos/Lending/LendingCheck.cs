using Coordination.Contracts;

namespace Coordination.Tests.Chaos;

/// <summary>The offline checker of agencies that lend to each other: client log, journals and books in, one cell for each register out.</summary>
internal static class LendingCheck
{
    internal static IReadOnlyList<Cell> Of(string owner, IReadOnlyList<ServiceCopy> journals, IReadOnlyList<BookCopy> books, IReadOnlyList<Operation> log, DateTimeOffset now)
    {
        var lender = journals.Single(j => j.Name == LendingRegion.InstanceOf(owner));
        var micros = (now - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        return
        [
            KeyedRegister.Check(Borrower.Commitments, log, lender, "resources.resources-offered.v1", "fillId", e => e.TextOf("state") != "Declined"),
            MoveRegister.Check(Borrower.Moves, log, lender, "resources.fill-moved.v1", "fillId"),
            LeaseRegister.Check(lender), UnitRegister.Check(lender), EpochRegister.Check(lender),
            BooksRegister.Check(owner, books, Borrower.Wanted),
            .. LendingRegion.Borrowers.Where(b => b != owner).Select(b => AskRegister.Check(b, log, journals.Single(j => j.Name == LendingRegion.InstanceOf(b)))),
            .. journals.SelectMany(j => (Cell[])
            [
                ChainRegister.Check(j), ClockRegister.Check(j, micros), EventRegister.Check(j, journals, t => EventFlow.TakenBy("resources").Contains(t), hearsItself: true),
                Cell.Of($"set aside at {j.Name}", j.Inbox.Count, j.Inbox.Count, 0, j.Deferred == 0 ? [] : [$"{j.Deferred} events wait to be handled"], [], []),
            ]),
        ];
    }
}
