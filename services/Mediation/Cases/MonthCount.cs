using System.Diagnostics;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Mediation.Cases;

/// <summary>
/// One more for the month: all that ever leaves this service. Its subject is made up and it carries no trace, so nothing leads back to the case.
/// </summary>
internal sealed class MonthCount(MediationDb db, JurisdictionPackage package, Call call)
{
    public void Count(DisputeKind kind, MediationOutcome outcome)
    {
        var day = package.Calendar.DateOf(call.Now);
        var trace = Activity.Current;
        Activity.Current = null;
        try
        {
            db.Append(Guid.NewGuid(), new MediationCaseCounted(day.Year, day.Month, kind, outcome));
        }
        finally
        {
            Activity.Current = trace;
        }
    }
}
