using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Cap;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Coordination.PublicInformation.Alerts;

/// <summary>
/// Brings what an older version issued to where alerts are today: signed, and among the messages that are in force. It looks again from time to time, because an older replica may still be
/// issuing; and it keeps the certificates of all keys at hand.
/// </summary>
internal sealed partial class AlertBacklog(OwnWork work, JurisdictionPackage package, SigningKeys keys, TimeProvider time, ILogger<AlertBacklog> log) : IServiceLoop
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await TryAsync(() => KeepCertificatesAsync(ct), ct);
            await TryAsync(async () =>
            {
                foreach (var (id, exercise) in await OwedAsync(ct)) await TryAsync(() => SettleAsync(id, exercise, ct), ct);
                return true;
            }, ct);
            await Task.Delay(Pause, time, ct);
        }
    }

    /// <summary>What fails for one is no reason to leave out the others.</summary>
    private async Task TryAsync(Func<Task<bool>> step, CancellationToken ct)
    {
        try
        {
            await step();
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            Failed(log, e.GetBaseException().GetType().Name);
        }
    }

    /// <summary>Signs an alert that has no document yet, and puts it among the messages. Asked twice, it does it once.</summary>
    internal Task<bool> SettleAsync(Guid id, Guid? exercise, CancellationToken ct) => work.ChangeAsync<PublicInformationDb, bool>(exercise, async (db, call) =>
    {
        if (await db.Alerts.FindAsync([id], ct) is not { Sent: not null } alert || await db.SignedAlerts.AnyAsync(s => s.Id == id, ct)) return false;
        var desk = new CapDesk(db, package, keys, call);
        // A version between the two put it there unsigned.
        if (await db.CapMessages.AnyAsync(m => m.Id == id, ct)) desk.Sign(alert);
        else await desk.IssueAsync(alert, ct);
        return true;
    }, ct);

    private Task<List<(Guid, Guid?)>> OwedAsync(CancellationToken ct) => work.ReadAsync<PublicInformationDb, List<(Guid, Guid?)>>(async db =>
        [.. (await db.Alerts.AsNoTracking().Where(a => a.Sent != null && !db.SignedAlerts.Any(s => s.Id == a.Id)).OrderBy(a => a.Sent).Select(a => new { a.Id, a.ExerciseId }).ToListAsync(ct)).Select(a => (a.Id, a.ExerciseId))], ct);

    private Task<bool> KeepCertificatesAsync(CancellationToken ct) => work.ChangeAsync<PublicInformationDb, bool>(null, async (db, _) =>
    {
        var known = await db.AlertCertificates.AsNoTracking().Select(c => c.Id).ToListAsync(ct);
        foreach (var certificate in keys.Certificates.Where(c => !known.Contains(AlertCertificate.IdOf(c)))) db.Add(AlertCertificate.Of(certificate));
        return true;
    }, ct);

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Alerts of an older version could not be signed: {Fault}. It is tried again.")]
    private static partial void Failed(ILogger log, string fault);
}
