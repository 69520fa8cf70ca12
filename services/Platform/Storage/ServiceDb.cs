using System.Data.Common;
using System.Diagnostics;
using System.Linq.Expressions;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>
/// A service's own database: its aggregates, and the tables that Platform keeps beside them so that state, events, clocks,
/// inbox and idempotency rows commit together. Slices and handlers never call <c>SaveChanges</c>: Platform does, once.
/// </summary>
public abstract class ServiceDb : DbContext
{
    /// <summary>A context that serves one call after the other; <see cref="Begin"/> tells it which.</summary>
    protected ServiceDb(DbContextOptions options) : base(options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Source = options.FindExtension<SourceExtension>()?.Source ?? "local/region/none";
    }

    /// <summary>Who, when and in which exercise.</summary>
    protected Call Call { get; private set; } = new();

    /// <summary>Those who run the region and those who review it see what all agencies share; so does the service itself.</summary>
    internal bool SeesAll => Call.Caller.IsService || Call.Caller.Has(Roles.Operator) || Call.Caller.Has(Roles.Auditor);

    /// <summary>True while the call at hand changes nothing: who may see but takes no part finds a thing then, and not when it would change it.</summary>
    protected internal bool IsReading => Call.IsReading;

    /// <summary>For whom it reads; nobody without a token.</summary>
    protected internal string Reader => Call.Caller.Agency;

    /// <summary>
    /// What belongs to a shared subject is found by its parties alone, and by those who hold a power where it lies (<see cref="Sharing"/>); for all others it
    /// does not exist. Handlers and clock reactions find all. What a caller reads of it is noted for the access log of its owner.
    /// </summary>
    /// <param name="model">The model being made.</param>
    /// <param name="subject">The subject of a row.</param>
    /// <param name="own">What an agency finds besides, also without a subject; it may ask <see cref="Reader"/> and <see cref="IsReading"/>.</param>
    /// <param name="owner">Whose the thing is of a row whose subject is not shared; null where the subject says it.</param>
    protected void IsSharedBy<T>(ModelBuilder model, Expression<Func<T, Guid?>> subject, Expression<Func<T, bool>>? own = null, Func<T, string?>? owner = null) where T : class
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(subject);
        Expression<Func<Guid?, bool>> rule = id => SeesAll
            || Set<SubjectParty>().Any(p => p.Subject == id && p.Agency == Reader && (IsReading || !p.IsReader))
            || Set<SubjectPlace>().Any(p => p.Subject == id && Set<AgencyPower>().Any(w => w.Agency == Reader && (IsReading || w.Power != AuthorityPower.SeeIncidents)
                && (w.ExerciseId == null || w.ExerciseId == p.ExerciseId) && p.Chain.Contains("/" + w.Jurisdiction + "/")));
        var row = subject.Parameters[0];
        var body = new Replaced(rule.Parameters[0], subject.Body).Visit(rule.Body)!;
        if (own is not null) body = Expression.OrElse(body, new Replaced(own.Parameters[0], row).Visit(own.Body)!);
        model.Entity<T>().HasQueryFilter(Expression.Lambda<Func<T, bool>>(body, row)).HasAnnotation(SharedRow.Annotation, SharedRow.Of(this, SharedRow.About(subject, owner), own));
    }

    /// <summary>A row of a shared subject was read from the store.</summary>
    internal void Made(object row, SharedRow rule)
    {
        if (Call is { IsReading: true, Caller.IsService: false } && rule.Of(this, row) is { } seen) Call.See(seen);
    }

    /// <summary>A part of a row was read that an agency keeps: parts make no row, and are noted by who asked for them.</summary>
    /// <param name="subject">What the row is about.</param>
    /// <param name="owner">Whose it is.</param>
    public void ReadPart(Guid subject, string owner)
    {
        if (Call is { IsReading: true, Caller.IsService: false }) Call.See(new(subject, owner));
    }

    /// <summary>What one agency keeps, and those who run or review the region read besides: then it is noted for the agency's access log. Who finds it is for the use case to say.</summary>
    /// <param name="model">The model being made.</param>
    /// <param name="subject">What an entry is about.</param>
    /// <param name="owner">Whose it is; where nobody is to hear of it, the empty agency.</param>
    /// <param name="own">What besides is read without a note.</param>
    protected void IsOwnedBy<T>(ModelBuilder model, Func<T, Guid> subject, Func<T, string> owner, Expression<Func<T, bool>>? own = null) where T : class
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<T>().HasAnnotation(SharedRow.Annotation, SharedRow.Of(this, r => new Seen(subject(r), owner(r)), own));
    }

    private sealed class Replaced(Expression from, Expression to) : ExpressionVisitor
    {
        public override Expression? Visit(Expression? node) => node == from ? to : base.Visit(node);
    }

    /// <summary>False where a trace in an event would lead back to the person whose call it was.</summary>
    protected virtual bool IsTraced => true;

    /// <summary>Declares the service's own entities.</summary>
    protected abstract new void Model(ModelBuilder model);

    /// <summary>Appends an event to the service's journal, in the transaction of the change.</summary>
    /// <param name="subject">The incident it is about, or the aggregate where there is no incident.</param>
    /// <param name="e">The event; its type carries <c>[EventType]</c>.</param>
    public void Append<TEvent>(Guid subject, TEvent e) where TEvent : class, IEvent =>
        Add(JournalEntry.Of(Source, subject, e, Call, IsTraced ? Activity.Current : null, Listed(AudienceOf(e))));

    /// <summary>Agencies that may read what an event is about and that it need not name, the owner first; <c>*</c> for all. Others are decided on by its label.</summary>
    protected virtual IEnumerable<string?> AudienceOf(IEvent e) => [];

    /// <summary>
    /// Agencies that may read what a clock is about where that is no incident, the owner first; <c>*</c> for all. Null where its subject is an incident, whose
    /// parties are told. It is for nobody but who runs and reviews the region until its service says more.
    /// </summary>
    protected virtual IEnumerable<string?>? AudienceOf(Clock clock) => [];

    /// <summary>Whom an incident's clock is told to besides its parties, the owner first: who reads what it is about though the incident is not theirs, or not known here.</summary>
    protected virtual IEnumerable<string?> BesidePartiesOf(Clock clock) => [];

    /// <summary>Brings what <see cref="AudienceOf(Clock)"/> looks at into the context; what is there already is not asked for again.</summary>
    protected internal virtual Task RecallAsync(Clock clock, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Tells those who may read what it is about that a clock changed.</summary>
    internal void Append(Clock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var audience = AudienceOf(clock);
        Add(JournalEntry.Of(Source, clock.Subject, clock.Changed(), Call, IsTraced ? Activity.Current : null, Listed(audience ?? BesidePartiesOf(clock)), isAlone: audience is not null));
    }

    private static string Listed(IEnumerable<string?> agencies) => string.Join(',', agencies.OfType<string>().Distinct());

    /// <summary>Takes another service's event into this journal as it is, to be read here but not relayed again. One's own is there already.</summary>
    public void Import(ReceivedEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if (e.Source != Source) Add(JournalEntry.Imported(e));
    }

    /// <summary>The transaction that the next save ends, when its lane can send the commit along; otherwise null.</summary>
    internal WriteTransaction? Closing { get; set; }

    /// <summary>region/agency/service under which this instance writes events.</summary>
    internal string Source { get; }

    /// <summary>Serves this call from now on.</summary>
    internal void Begin(Call call) => Call = call;

    /// <summary>True while a lease answers for it.</summary>
    internal bool IsLent { get; set; }

    /// <summary>True while it is bound to a connection of the lane; its transaction may be gone with a connection that was lost.</summary>
    internal bool IsInside { get; private set; }

    /// <summary>Reads and writes inside a transaction of the lane.</summary>
    internal void Enter(DbConnection connection, DbTransaction transaction)
    {
        IsInside = true;
        Database.SetDbConnection(connection, contextOwnsConnection: false);
        Database.UseTransaction(transaction);
    }

    /// <summary>The call is over. Forgets the lane's transaction: the next call begins with the context's own connection.</summary>
    internal void Leave()
    {
        (Closing, IsLent, Call) = (null, false, new());
        if (!IsInside) return;
        IsInside = false;
        Database.UseTransaction(null);
        Database.SetDbConnection(null, contextOwnsConnection: true);
    }

    /// <summary>Nothing while it is lent: who lent it gives it back.</summary>
    public sealed override void Dispose()
    {
        if (IsLent) return;
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose"/>
    public sealed override async ValueTask DisposeAsync()
    {
        if (IsLent) return;
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MicrosConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    /// <inheritdoc/>
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        PlatformModel.Add(modelBuilder);
        Model(modelBuilder);
        Columns.Apply(modelBuilder);
    }

    /// <inheritdoc/>
    public sealed override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("Use SaveChangesAsync: nothing here blocks.");

    /// <inheritdoc/>
    public sealed override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var entry in ChangeTracker.Entries().Where(e => e.State == EntityState.Modified))
            if (entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true } && Equals(entry.Property("Version").OriginalValue, entry.Property("Version").CurrentValue))
                throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} changed without Version++");
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }
}
