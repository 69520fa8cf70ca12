using Coordination.Platform;
using Coordination.Resources;
using Coordination.Resources.LivingSupport;
using Coordination.Resources.Staging;
using Microsoft.EntityFrameworkCore;
using static Coordination.Tests.Unit.Resources.Needs;

namespace Coordination.Tests.Unit.Resources;

/// <summary>What is noted of a reading; the database is never opened.</summary>
public sealed class NoteTests : IDisposable
{
    private readonly ResourcesDb db = new(new DbContextOptionsBuilder<ResourcesDb>().UseSqlite("Data Source=:memory:").Options);

    /// <summary>A reader's readings of one thing within an hour are one note, for one agency: what two agencies keep must be two things.</summary>
    [Fact]
    public void Of_two_agencies_that_keep_lists_of_one_incident_each_hears_who_looked()
    {
        var incident = Guid.CreateVersion7();
        string[] keepers = ["county", "city"];
        foreach (var rows in (object[][])
        [
            [.. keepers.Select(k => StagingArea.Open(Guid.CreateVersion7(), null, k, incident, "East stadium", new(43, 126), 5, T0))],
            [.. keepers.Select(k => Lifeline.Report(Guid.CreateVersion7(), null, k, incident, LifelineKind.Power, "Riverside", "grid", LifelineState.Limited, 40, null, T0).Lifeline!)],
            [.. keepers.Select(k => LivingNeed.State(Guid.CreateVersion7(), null, k, incident, LivingNeedKind.Tents, "School No. 5", 300, T0))],
        ])
        {
            var seen = rows.Select(Noted).ToList();
            Assert.Equal(keepers, seen.Select(s => s.Owner));
            Assert.NotEqual(seen[0].Subject, seen[1].Subject);
        }
    }

    public void Dispose() => db.Dispose();

    private Seen Noted(object row) => ((SharedRow)db.Model.FindEntityType(row.GetType())!.FindAnnotation(SharedRow.Annotation)!.Value!).Of(db, row)!.Value;
}
