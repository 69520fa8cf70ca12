using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Messages;

/// <summary>Decides what becomes of a message, and of those that wait for it: whatever way they came, they meet the same books.</summary>
internal sealed class RmDesk(ResourcesDb db, Call call, ISecretBox box, RmActs acts, RmRecalling recalling)
{
    private readonly Dictionary<Guid, RmDocument> opened = [];

    /// <summary>Does what the message says, as far as it can be done now.</summary>
    internal async Task DecideAsync(RmRecord message, RmDocument document, CancellationToken ct)
    {
        if (!message.IsActual) Become(message, RmFate.Held(RmReason.NotActual));
        else if (document.Kind is null) Become(message, RmFate.Held(RmReason.UnknownType));
        else if (document.Recall is { } recall) await RecallAsync(message, document, recall, ct);
        else if (await RecalledAheadAsync(message, ct) is { } ahead)
        {
            var early = Read(ahead)!;
            await RecallAsync(ahead, early, early.Recall!, ct);
            // A recall that came to nothing leaves what it would have called back.
            if (message.State != RmState.Recalled) await ActAsync(message, document, ct);
        }
        else await ActAsync(message, document, ct);
    }

    /// <summary>Tries what waits in a thread of an agency, until nothing more of it can be done: what one message does, the next may follow. Each round does one at least, or is the last.</summary>
    internal async Task SettleAsync(string agency, string thread, CancellationToken ct)
    {
        var exercise = call.Exercise;
        await db.Messages.Where(m => m.Agency == agency && m.Thread == thread && m.ExerciseId == exercise && m.State == RmState.Waiting).LoadAsync(ct);
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var message in db.Messages.Local.Where(m => m.Agency == agency && m.Thread == thread && m.ExerciseId == exercise && m.State == RmState.Waiting).OrderBy(m => m.ReceivedAt).ThenBy(m => m.Id).ToList())
            {
                if (message.State != RmState.Waiting || Read(message) is not { } document) continue;
                var done = DoneOf(message);
                await DecideAsync(message, document, ct);
                moved |= message.State != RmState.Waiting || DoneOf(message) > done;
            }
        }
    }

    /// <summary>A step came to the agency's book, by whatever way: what waited for it goes on.</summary>
    internal async Task HeardAsync(string agency, Guid? ask, Guid? fill, CancellationToken ct)
    {
        var exercise = call.Exercise;
        if (!await db.Messages.AnyAsync(m => m.Agency == agency && m.State == RmState.Waiting && m.ExerciseId == exercise, ct)) return;
        ask ??= await db.Fills.Where(f => f.FillId == fill && f.Agency == agency).Select(f => f.AskId).FirstOrDefaultAsync(ct);
        var named = await db.MessageParts.Where(p => p.ExerciseId == exercise && ((ask != null && p.AskId == ask) || (fill != null && p.FillId == fill))).Select(p => p.Thread).Distinct().ToListAsync(ct);
        foreach (var thread in named.Concat(new[] { ask, fill }.OfType<Guid>().Select(id => $"{id}")).Distinct().Order(StringComparer.Ordinal)) await SettleAsync(agency, thread, ct);
    }

    private async Task ActAsync(RmRecord message, RmDocument document, CancellationToken ct)
    {
        await db.MessageParts.Where(p => p.RecordId == message.Id).LoadAsync(ct);
        var parts = db.MessageParts.Local.Where(p => p.RecordId == message.Id).ToList();
        // What is decided of it stays decided; only what waits is tried again.
        var open = document.Elements.Select(e => e.Id).Where(id => parts.TrueForAll(p => p.ElementId != id || p.State == RmState.Waiting)).ToList();
        if (document.Elements.Count == 0)
        {
            Become(message, RmFate.Held(RmReason.NotExecuted));
            return;
        }
        var fates = await acts.ActAsync(message, document, open, ct);
        if (fates.Count > 0 && fates.All(f => parts.Exists(p => p.ElementId == f.Element && p.State == RmState.Waiting && (p.State, p.Reason) == (f.Fate.State, f.Fate.Reason)))) return;
        db.RemoveRange(parts.Where(p => p.State == RmState.Waiting));
        foreach (var (element, fate) in fates) db.Add(RmPart.Of(message, element, Ordinal(document, element), fate));
        var all = parts.Where(p => p.State != RmState.Waiting).Select(p => (p.State, p.Reason)).Concat(fates.Select(f => (f.Fate.State, f.Fate.Reason))).ToList();
        var state = all.Exists(a => a.State == RmState.Waiting) ? RmState.Waiting
            : all.TrueForAll(a => a.State == RmState.Executed) ? RmState.Executed : all.Exists(a => a.State == RmState.Executed) ? RmState.PartlyExecuted : RmState.Held;
        message.Become(state, all.Where(a => a.Reason is not null && (state != RmState.Waiting || a.State == RmState.Waiting)).Select(a => a.Reason).FirstOrDefault());
    }

    private async Task RecallAsync(RmRecord message, RmDocument document, RmRecall recall, CancellationToken ct)
    {
        if (recall.MessageId == message.MessageId)
        {
            Become(message, RmFate.Held(RmReason.NotRecallable));
            return;
        }
        if (await FindAsync(message.Agency, recall.MessageId, ct) is not { } target)
        {
            Become(message, RmFate.Waits(RmReason.RecallAhead));
            return;
        }
        var attempt = new RmAttempt(db);
        // Called back once, it is not called back again: what replaced it has an id of its own. An update that has done nothing replaced nothing, and what it names still stands.
        if (target.Thread != message.Thread || target.Type != message.Type || target.State == RmState.Recalled || (recall.IsUpdate && target.RecallsId is not null && target.State is RmState.Held or RmState.Waiting)) Become(message, RmFate.Held(RmReason.NotRecallable));
        else if (await recalling.UndoAsync(message, target, ct) is { } no)
        {
            attempt.Undo();
            Become(message, no);
        }
        else
        {
            target.Become(RmState.Recalled, null);
            db.RemoveRange(db.MessageParts.Local.Where(p => p.RecordId == target.Id && p.State == RmState.Waiting).ToList());
            if (!recall.IsUpdate) Become(message, new(RmState.Executed));
            else await ReplaceAsync(message, document, attempt, ct);
        }
    }

    /// <summary>An update that does nothing of what it says takes nothing back either. One of which something would have to wait is held whole: it replaces at once, or not.</summary>
    private async Task ReplaceAsync(RmRecord message, RmDocument document, RmAttempt attempt, CancellationToken ct)
    {
        await ActAsync(message, document, ct);
        if (message.State is RmState.Executed or RmState.PartlyExecuted) return;
        var why = message.Reason ?? RmReason.PrecedingUnknown;
        var fates = db.MessageParts.Local.Where(p => p.RecordId == message.Id).Select(p => (p.ElementId, Fate: p.State == RmState.Held ? new RmFate(p.State, p.Reason, p.Rule) : RmFate.Held(why))).DistinctBy(f => f.ElementId).ToList();
        attempt.Undo();
        db.RemoveRange(db.MessageParts.Local.Where(p => p.RecordId == message.Id).ToList());
        foreach (var (element, fate) in fates) db.Add(RmPart.Of(message, element, Ordinal(document, element), fate));
        message.Become(RmState.Held, why);
    }

    private static int Ordinal(RmDocument document, string element) => document.Elements.TakeWhile(e => e.Id != element).Count();

    private int DoneOf(RmRecord message) => db.MessageParts.Local.Count(p => p.RecordId == message.Id && p.State == RmState.Executed);

    private async Task<RmRecord?> FindAsync(string agency, string messageId, CancellationToken ct)
    {
        var key = RmRecord.Key(call.Exercise, agency, messageId);
        return db.Messages.Local.FirstOrDefault(m => m.OnlyOnce == key) ?? await db.Messages.FirstOrDefaultAsync(m => m.OnlyOnce == key, ct);
    }

    /// <summary>The recall that came before what it calls back.</summary>
    private async Task<RmRecord?> RecalledAheadAsync(RmRecord message, CancellationToken ct)
    {
        var (agency, id, exercise) = (message.Agency, message.MessageId, call.Exercise);
        var stored = await db.Messages.Where(m => m.Agency == agency && m.RecallsId == id && m.ExerciseId == exercise && m.Thread == message.Thread && m.State == RmState.Waiting && m.Reason == RmReason.RecallAhead)
            .OrderBy(m => m.Id).ToListAsync(ct);
        // The database does not know yet what this change has made of them.
        return stored.Find(m => m is { State: RmState.Waiting, Reason: RmReason.RecallAhead });
    }

    private static void Become(RmRecord message, RmFate fate) => message.Become(fate.State, fate.Reason);

    /// <summary>What a message says; null once it is destroyed. What waits is tried again and again, and opened once.</summary>
    private RmDocument? Read(RmRecord message)
    {
        if (message.Original is not { } original) return null;
        if (!opened.TryGetValue(message.Id, out var document) && RmBytes.Read(Convert.FromBase64String(box.Open(original))).Read is { } read) opened[message.Id] = document = read.Document;
        return document;
    }
}
