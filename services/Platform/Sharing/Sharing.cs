using Coordination.Contracts.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Platform;

/// <summary>
/// Who may see a subject (design section 7): its parties, and who holds a power where it lies. Tables of every service that keeps something for several
/// agencies; a rule of the model hides the rest from every question that a caller asks, so that what is not for it is not found.
/// </summary>
public static class Sharing
{
    /// <summary>Declares the tables. <c>ServiceDb.IsSharedBy</c> says what they govern.</summary>
    public static void Add(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<SubjectParty>(e =>
        {
            e.ToTable("subject_parties").HasKey(p => new { p.Subject, p.Agency });
            e.HasIndex(p => p.Agency);
        });
        model.Entity<SubjectPlace>().ToTable("subject_places").HasKey(p => p.Subject);
        model.Entity<AgencyPower>().ToTable("agency_powers").HasIndex(p => p.Agency);
        // Those who see a service's clocks see what is due of each subject.
        model.Entity<Clock>().HasAnnotation(SharedRow.Annotation, SharedRow.Of<Clock>(c => new(c.Subject)));
        Accesses.Add(model);
    }

    /// <summary>Makes them.</summary>
    public static void Create(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.CreateTable(
            "subject_parties",
            t => new { subject = t.Column<Guid>(), agency = t.Column<string>(), is_reader = t.Column<bool>(), since = t.Column<long>() },
            constraints: t => t.PrimaryKey("pk_subject_parties", x => new { x.subject, x.agency }));
        migrationBuilder.CreateTable(
            "subject_places",
            t => new { subject = t.Column<Guid>(), exercise_id = t.Column<Guid>(nullable: true), chain = t.Column<string>() },
            constraints: t => t.PrimaryKey("pk_subject_places", x => x.subject));
        migrationBuilder.CreateTable(
            "agency_powers",
            t => new { id = t.Column<Guid>(), exercise_id = t.Column<Guid>(nullable: true), agency = t.Column<string>(), power = t.Column<string>(), jurisdiction = t.Column<string>() },
            constraints: t => t.PrimaryKey("pk_agency_powers", x => x.id));
        migrationBuilder.CreateIndex("ix_subject_parties_agency", "subject_parties", "agency");
        migrationBuilder.CreateIndex("ix_agency_powers_agency", "agency_powers", "agency");
    }

    /// <summary>From now on the agency may see it, and unless it is a reader change it. False when it could before.</summary>
    public static async Task<bool> ShareAsync(this ServiceDb db, Guid subject, string agency, DateTimeOffset since, CancellationToken ct, bool asReader = false)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.Set<SubjectParty>().FindAsync([subject, agency], ct) is { } party)
        {
            if (asReader || !party.IsReader) return false;
            party.IsReader = false;
            return true;
        }
        db.Add(new SubjectParty { Subject = subject, Agency = agency, Since = since, IsReader = asReader });
        return true;
    }

    /// <summary>Subjects that the agency may not see; or, where it would change something, that it takes no part in.</summary>
    public static IQueryable<SubjectPlace> HiddenFrom(this ServiceDb db, string agency, bool isReading)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<SubjectPlace>().AsNoTracking()
            .Where(p => !db.Set<SubjectParty>().Any(a => a.Subject == p.Subject && a.Agency == agency && (isReading || !a.IsReader)))
            .Where(p => !db.Set<AgencyPower>().Any(w => w.Agency == agency && (isReading || w.Power != AuthorityPower.SeeIncidents)
                && (w.ExerciseId == null || w.ExerciseId == p.ExerciseId) && p.Chain.Contains("/" + w.Jurisdiction + "/")));
    }

    /// <summary>Those of the subjects that are shared: where each lies, and whether it is hidden from the agency while it reads.</summary>
    public static async Task<IReadOnlyDictionary<Guid, (SubjectPlace Place, bool IsHidden)>> PlacesAsync(this ServiceDb db, string agency, Guid[] subjects, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var hidden = db.HiddenFrom(agency, isReading: true);
        var found = await db.Set<SubjectPlace>().AsNoTracking().Where(p => subjects.Contains(p.Subject))
            .Select(p => new { Place = p, IsHidden = hidden.Any(h => h.Subject == p.Subject) }).ToListAsync(ct);
        return found.ToDictionary(f => f.Place.Subject, f => (f.Place, f.IsHidden));
    }

    /// <summary>False when the subject is known and hidden from the caller, or from a caller who would change it. What is about none is open.</summary>
    public static async Task<bool> IsOpenAsync(this ServiceDb db, Guid? subject, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return subject is null || db.SeesAll || !await db.HiddenFrom(db.Reader, db.IsReading).AnyAsync(p => p.Subject == subject, ct);
    }

    /// <summary>True when the subject is known here and the caller may see it. What nobody has told this service of is nobody's to see.</summary>
    public static Task<bool> SeesAsync(this ServiceDb db, Guid subject, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var hidden = db.HiddenFrom(db.Reader, db.IsReading);
        return db.Set<SubjectPlace>().AnyAsync(p => p.Subject == subject && (db.SeesAll || !hidden.Any(h => h.Subject == p.Subject)), ct);
    }

    /// <summary>Says where a subject lies and whose it is; what was said first stands.</summary>
    public static async Task PlaceAsync(this ServiceDb db, Guid subject, Guid? exercise, IEnumerable<string> chain, string owner, DateTimeOffset since, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.Set<SubjectPlace>().FindAsync([subject], ct) is not { } place)
            db.Add(new SubjectPlace { Subject = subject, ExerciseId = exercise, Chain = SubjectPlace.Of(chain), Owner = owner });
        else if (place.Owner.Length == 0) place.Owner = owner;
        await db.ShareAsync(subject, owner, since, ct);
    }

    /// <summary>The power holds from now on.</summary>
    public static async Task GivePowerAsync(this ServiceDb db, AgencyPower power, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(power);
        if (await db.Set<AgencyPower>().FindAsync([power.Id], ct) is null) db.Add(power);
    }

    /// <summary>It holds no more.</summary>
    public static async Task EndPowerAsync(this ServiceDb db, Guid grant, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.Set<AgencyPower>().FindAsync([grant], ct) is { } power) db.Remove(power);
    }
}
