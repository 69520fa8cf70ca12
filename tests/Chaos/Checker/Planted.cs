using System.Text;
using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Chaos;

/// <summary>A small sound history of a region, in which a test plants one violation.</summary>
internal sealed class Planted
{
    private static readonly DateTimeOffset Now = new(2026, 7, 27, 12, 0, 0, TimeSpan.Zero);
    private readonly List<Operation> log = [];
    private readonly List<(string Service, string Type, object Data)> events = [];
    private readonly List<(string Service, CopiedAnswer Answer)> answers = [];
    private readonly Guid order = Guid.NewGuid();
    private readonly Guid unit = Guid.NewGuid();
    private readonly Guid boat = Guid.NewGuid();

    internal Planted()
    {
        FirstReport = Store("key-1", attempt: true);
        Acknowledge("key-1", FirstReport, attempt: false);
        Acknowledge("key-2", Store("key-2", attempt: true), attempt: false);
        Store("key-3", attempt: true);
        Issue("order-1", attempt: true);
        foreach (var state in new[] { "Delivered", "Acknowledged", "Accepted" }) Order(state);
        Move(Step.Attempted, "Accepted");
        Move(Step.Acknowledged, "Accepted");
        Lease(FirstFill);
        Unit("Alerted", Guid.NewGuid());
        Clocks.Add(new(Guid.NewGuid(), "report.acknowledge", "Breached", 4, 4, 3, null));
        Breach();
        for (var position = 1; position <= Count("intake"); position++) Inbox.Add(new("chaos/region/intake", position, IdOf("intake", position), false));
        for (var position = 1; position <= Count("command"); position++) Inbox.Add(new("chaos/region/command", position, IdOf("command", position), false));
        for (var position = 1; position <= Count("resources"); position++) Inbox.Add(new("chaos/region/resources", position, IdOf("resources", position), false));
    }

    internal Guid FirstReport { get; }

    internal Guid FirstFill { get; } = Guid.NewGuid();

    internal List<CopiedInbox> Inbox { get; } = [];

    internal List<CopiedClock> Clocks { get; } = [];

    internal int Deferred { get; set; }

    internal bool Gap { get; set; }

    internal bool Flip { get; set; }

    internal Planted With(Action<Planted> plant)
    {
        var before = new[] { "intake", "command", "resources" }.ToDictionary(s => s, Count);
        plant(this);
        // What was planted reached every consumer: only the one thing is wrong.
        foreach (var (service, count) in before)
            for (var position = count + 1; position <= Count(service); position++) Inbox.Add(new($"chaos/region/{service}", position, IdOf(service, position), false));
        return this;
    }

    internal Guid Store(string key, bool attempt)
    {
        var id = Guid.NewGuid();
        if (attempt) log.Add(new("reports", "agency-1", Step.Attempted, key));
        answers.Add(("intake", new(key, id, 201)));
        Report(id);
        return id;
    }

    internal void Acknowledge(string key, Guid id, bool attempt)
    {
        if (attempt) log.Add(new("reports", "agency-1", Step.Attempted, key));
        log.Add(new("reports", "agency-1", Step.Acknowledged, key, id));
    }

    /// <summary>Of the planted order, with a key that somebody sent.</summary>
    internal void Issue(string key, bool attempt)
    {
        if (attempt) log.Add(new("orders", "county", Step.Attempted, key));
        log.Add(new("orders", "county", Step.Acknowledged, key, order));
        answers.Add(("command", new(key, order, 201)));
        events.Add(("command", "command.order-issued.v1", new { orderId = order }));
    }

    internal void Move(Step step, string state) => log.Add(new("order moves", "fire", step, $"{state}-{order}", step is Step.Acknowledged ? order : null));

    internal void Lease(Guid fill) => Fill(fill, "resources.resources-offered.v1", "Offered");

    internal void GiveBack(Guid fill) => Fill(fill, "resources.fill-moved.v1", "Recalled");

    private void Fill(Guid fill, string type, string state)
    {
        if (type == "resources.resources-offered.v1")
        {
            log.Add(new("leases", "fire", Step.Attempted, $"lease-{fill}"));
            answers.Add(("resources", new($"lease-{fill}", fill, 201)));
        }
        events.Add(("resources", type, new { fillId = fill, unitId = boat, state, response = "Accept" }));
    }

    internal void Report(Guid id) => events.Add(("intake", "intake.report-received.v1", new { reportId = id }));

    internal void Order(string state) => events.Add(("command", "command.order-changed.v1", new { orderId = order, state }));

    internal void Unit(string state, Guid? fill) => events.Add(("resources", "resources.unit-moved.v1", new { unitId = unit, state, fillId = fill }));

    internal void Breach() => events.Add(("intake", "clocks.clock-changed.v1", new { clockId = Clocks[0].Id, state = "Breached" }));

    internal IReadOnlyList<Cell> Check() => RegionCheck.Of([Copy("intake"), Copy("command"), Copy("resources"), Copy("exchange")], log, Now);

    private int Count(string service) => events.Count(e => e.Service == service);

    private static Guid IdOf(string service, long position) => new(Encoding.ASCII.GetBytes($"{service}----------"[..10] + $"{position:000000}"));

    private ServiceCopy Copy(string service)
    {
        var (rows, hash) = (new List<CopiedEvent>(), JournalHash.Origin);
        foreach (var (_, type, data) in events.Where(e => e.Service == service))
        {
            var (position, subject) = (rows.Count + 1L, order);
            var id = IdOf(service, position);
            var header = JsonSerializer.SerializeToUtf8Bytes(new { type, id, subject });
            var bytes = JsonSerializer.SerializeToUtf8Bytes(data);
            hash = JournalHash.Of(hash, position, "{}", header, bytes);
            rows.Add(new(position, id, subject, type, $"chaos/region/{service}", false, "{}", header, bytes, hash));
        }
        var mine = service == "intake";
        if (mine && Flip) rows[^1] = rows[^1] with { Bytes = [.. rows[^1].Bytes, (byte)' '] };
        var head = ((long)rows.Count, hash);
        if (mine && Gap) head = (rows.Count + 1, hash);
        return new(service, rows, head, 0, service == "exchange" ? Inbox : [], service == "exchange" ? Deferred : 0, [.. answers.Where(a => a.Service == service).Select(a => a.Answer)], mine ? Clocks : []);
    }
}
