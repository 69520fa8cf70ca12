using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Mediators;

internal static class AppointmentFile
{
    /// <summary>One decision on a mediator in a case, on the version the caller saw.</summary>
    public static async Task<Results<Ok<AppointmentView>, ProblemHttpResult>> DecideAppointmentAsync(
        this MediationDb db, Guid id, Call call, Func<Appointment, Case, Task<Refusal?>> decide, CancellationToken ct)
    {
        if (await db.Appointments.FindAsync([id], ct) is not { } appointment || await db.CaseAsync(appointment.CaseId, call, ct) is not { } found) return Problems.NotFound("appointment", id);
        if (call.Stale(appointment.Version) is { } stale) return stale.Problem();
        return await decide(appointment, found) is { } refusal ? refusal.Problem() : TypedResults.Ok(AppointmentView.Of(appointment));
    }
}
