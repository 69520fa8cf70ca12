using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Cap;

/// <summary>Puts messages among those that are known: what they name ends, and what names them ends them.</summary>
internal sealed class CapDesk(PublicInformationDb db, JurisdictionPackage package, SigningKeys keys, Call call)
{
    private const int MostBoxes = 50;
    private List<AgencyPower>? powers;
    private readonly AlertSettings settings = package.Section<AlertSettings>("alerts");

    internal CapTrust Trust => new(call.Now, settings.TrustedKeys) { Calendar = package.Calendar };

    internal CapOrigin Origin(Guid import, bool isOpen) => new(call.Exercise, call.Caller.Agency, call.Caller.Region, false, import, isOpen, settings.WithoutExpiry);

    /// <summary>The message as it is kept: the one that came before, where it is the same.</summary>
    internal async Task<CapMessage> TakeAsync(CapContent content, CapOrigin origin, CancellationToken ct, Guid? id = null)
    {
        var looks = db.ChangeTracker.AutoDetectChangesEnabled;
        // Each look among what is at hand would compare all of it with what was read: a thousand alerts would be a million comparisons.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await PutAsync(content, origin with { MayWarn = origin.IsHere || await MayWarnAsync(content, origin, ct) }, id, ct);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = looks;
        }
    }

    /// <summary>What a trusted key did not sign is shown to all only where the tree names who brings it for warning (突发事件应对法 Art. 64).</summary>
    private async Task<bool> MayWarnAsync(CapContent content, CapOrigin origin, CancellationToken ct)
    {
        if (content.Signatures.Any(s => s.IsTrusted)) return true;
        powers ??= await db.Set<AgencyPower>().AsNoTracking().Where(p => p.Power == AuthorityPower.IssueWarnings && (p.ExerciseId == null || p.ExerciseId == call.Exercise)).ToListAsync(ct);
        return AlertAuthority.MayBring(powers, origin.Agency, [.. content.Codes.Where(c => c.System == settings.AreaCodeSystem).Select(c => c.Code)], settings.AreaCodeSystem);
    }

    private async Task<CapMessage> PutAsync(CapContent content, CapOrigin origin, Guid? id, CancellationToken ct)
    {
        var message = CapMessage.Take(id ?? Guid.CreateVersion7(), content, origin, call.Now);
        if (db.CapMessages.Local.FirstOrDefault(m => m.OnlyOnce == message.OnlyOnce) is { } same) return same;
        if (await db.CapMessages.FirstOrDefaultAsync(m => m.OnlyOnce == message.OnlyOnce, ct) is { } before) return before;
        db.Add(message);
        foreach (var name in Names(message)) db.Add(new CapNaming { Id = Guid.CreateVersion7(), MessageId = message.Id, Name = name });
        await MeetAsync(message, ct);
        if (message.IsShown && message.MessageType != CapMessageType.Cancel && message.RunsOutAt > call.Now) Place(message, content);
        return message;
    }

    /// <summary>The alert's document, as it is told from now on.</summary>
    internal SignedAlert Sign(Alert alert)
    {
        var signed = SignedAlert.Of(alert, settings, keys.Current);
        db.Add(signed);
        return signed;
    }

    /// <summary>An alert of this region, as everybody reads it.</summary>
    internal async Task IssueAsync(Alert alert, CancellationToken ct)
    {
        var signed = Sign(alert);
        // The certificate holds in real time, whatever the time of an exercise.
        var own = new CapTrust(call.RealNow, new Dictionary<string, List<string>> { [alert.Sender] = [signed.KeySha256] }) { Calendar = package.Calendar, IsOwn = true };
        var (body, refusal) = CapBody.Read(signed.Document, own);
        if (body is not { Alerts: [var content] }) throw new InvalidOperationException($"What was written cannot be read: {refusal?.Rule}.");
        var agency = alert.Sender.Split('@');
        await TakeAsync(content, new(alert.ExerciseId, agency[0], agency[^1], true, null, true, settings.WithoutExpiry), ct, alert.Id);
    }

    private async Task MeetAsync(CapMessage message, CancellationToken ct)
    {
        var changed = await new CapMeeting(new(settings.Successors), m => NamedAsync(m, ct), m => NamersAsync(m, ct)).MeetAsync(message);
        foreach (var other in changed) await EndPlacesAsync(other, ct);
    }

    private async Task<IReadOnlyList<CapMessage>> NamedAsync(CapMessage message, CancellationToken ct)
    {
        var named = Names(message).ToList();
        var known = named.Count == 0 ? [] : await db.CapMessages.Where(m => m.ExerciseId == message.ExerciseId && named.Contains(m.Name)).ToListAsync(ct);
        return [.. known.Union(db.CapMessages.Local.Where(m => named.Contains(m.Name)))];
    }

    private async Task<IReadOnlyList<CapMessage>> NamersAsync(CapMessage message, CancellationToken ct)
    {
        var namers = await db.CapNamings.Where(n => n.Name == message.Name).Select(n => n.MessageId).ToListAsync(ct);
        namers.AddRange(db.CapNamings.Local.Where(n => n.Name == message.Name).Select(n => n.MessageId));
        if (namers.Count == 0) return [];
        var waiting = await db.CapMessages.Where(m => namers.Contains(m.Id)).ToListAsync(ct);
        return [.. waiting.Union(db.CapMessages.Local.Where(m => namers.Contains(m.Id)))];
    }

    private static IEnumerable<string> Names(CapMessage message) => message.References.Select(r => CapMessage.NameOf(r.Sender, r.Identifier)).Distinct();

    private async Task EndPlacesAsync(CapMessage message, CancellationToken ct)
    {
        var places = await db.CapPlaces.Where(p => p.MessageId == message.Id).ToListAsync(ct);
        foreach (var place in places.Union(db.CapPlaces.Local.Where(p => p.MessageId == message.Id))) place.EndsAt = message.EndsAt;
    }

    private void Place(CapMessage message, CapContent content)
    {
        List<CapBox> boxes = [.. content.Shapes.Select(s => s.Box).Distinct()];
        if (boxes.Count > MostBoxes) boxes = [new(boxes.Min(b => b.South), boxes.Min(b => b.West), boxes.Max(b => b.North), boxes.Max(b => b.East))];
        var codes = content.Codes.Where(c => c.System == settings.AreaCodeSystem).Select(c => c.Code);
        foreach (var key in boxes.SelectMany(CapCells.Of).Concat(codes.SelectMany(c => AreaKeys.Of(c, settings.AreaCodeSystem))).Distinct())
            db.Add(new CapPlace { Id = Guid.CreateVersion7(), MessageId = message.Id, Key = CapPlace.KeyOf(message.ExerciseId, key), StartsAt = message.StartsAt, EndsAt = message.EndsAt });
    }
}
