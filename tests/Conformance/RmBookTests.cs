using System.Text;
using Coordination.Contracts.Events;
using Coordination.Resources.Asks;
using Coordination.Resources.Fills;
using Coordination.Resources.Messages;

namespace Coordination.Tests.Conformance;

/// <summary>Whatever a book has gone through is given as messages that are valid by the standard's own schemas, keep one thread, and are the same each time.</summary>
public sealed class RmBookTests
{
    private static readonly DateTimeOffset T0 = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);

    private static readonly FillStep[][] Ways =
    [
        [FillStep.Select, FillStep.Order, FillStep.Commit, FillStep.Mobilize, FillStep.Report, FillStep.Depart, FillStep.CheckIn, FillStep.Assign, FillStep.AskStatus, FillStep.AskExtension, FillStep.GrantExtension,
            FillStep.Reassign, FillStep.GoOutOfService, FillStep.ComeBackInService, FillStep.AskReturn, FillStep.GrantReturn, FillStep.Demobilize, FillStep.Return, FillStep.OpenReimbursement, FillStep.Claim,
            FillStep.Dispute, FillStep.Settle, FillStep.Close],
        [FillStep.Counter, FillStep.Reoffer, FillStep.Select, FillStep.Order, FillStep.Decline],
        [FillStep.Select, FillStep.Order, FillStep.Commit, FillStep.Withdraw],
        [FillStep.Select, FillStep.Order, FillStep.Cancel],
        [FillStep.Reject],
    ];

    public static TheoryData<int, FillSide> Books => [.. from way in Enumerable.Range(0, Ways.Length) from side in Enum.GetValues<FillSide>() select (way, side)];

    [Theory, MemberData(nameof(Books))]
    public void A_book_is_a_thread_of_valid_messages(int way, FillSide side)
    {
        var asked = new ResourcesRequested(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "city", "neighbour", AskRelation.Peer, RmMessage.RequestResource, "assault-boat", 6, "boat",
            MissionKind.Rescue, T0.AddHours(4), T0.AddMinutes(-1));
        var offer = new ResourcesOffered(Guid.NewGuid(), asked.AskId, asked.RequestId, asked.LineId, asked.IncidentId, "city", "neighbour", RmMessage.ResponseToRequestResource, RmResponse.Accept, null,
            "assault-boat", 6, "boat", null, 100, "CNY", T0.AddDays(1), T0.AddDays(1), FillState.Offered, T0);
        var fill = Fill.Open(offer, side, null);
        foreach (var (step, i) in Ways[way].Select((s, i) => (s, i)))
            Assert.Null(fill.Take(new(step, FillRules.Of(step).Mover, T0.AddMinutes(i + 1), Quantity: step is FillStep.Counter or FillStep.Reoffer or FillStep.Order ? 6 : null,
                Until: step is FillStep.AskExtension or FillStep.Reoffer ? T0.AddDays(3) : null, AmountMinor: step == FillStep.Claim ? 100 : null, Currency: step == FillStep.Claim ? "CNY" : null, Reason: FillReason.MissionChanged)));
        var thread = new RmThread([], [Ask.Receive(asked, null)], [fill]);
        var messages = new RmBook(thread, $"{asked.AskId}", []).Messages();
        Assert.Equal(Ways[way].Length + 2, messages.Count);
        Assert.All(messages, m =>
        {
            var bytes = RmWriting.Write(m.Message);
            Assert.Empty(Schemas.Faults(Encoding.UTF8.GetString(bytes)));
            var (read, refusal) = RmBytes.Read(bytes);
            Assert.Null(refusal);
            Assert.Equal($"{asked.AskId}", read!.Document.ThreadId);
            Assert.Equal(bytes, RmWriting.Write(new RmBook(thread, $"{asked.AskId}", []).Messages().Single(n => n.Message.MessageId == m.Message.MessageId).Message));
        });
        // Each answers one that came before.
        var known = new HashSet<string>();
        foreach (var (_, message) in messages)
        {
            Assert.True(message.PrecedingId is null || known.Contains(message.PrecedingId), message.Type);
            known.Add(message.MessageId);
        }
    }
}
