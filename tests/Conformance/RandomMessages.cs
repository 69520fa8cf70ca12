using Coordination.Contracts.Events;
using Coordination.Resources.Messages;

namespace Coordination.Tests.Conformance;

/// <summary>Messages of any kind that say all that their kind may say, or some of it.</summary>
internal sealed class RandomMessages(int seed)
{
    private static readonly string[] Words = ["pump-7", "4", "a <b> & \"c\"", "水泵", "Track Dozer #48", "]]>", "x y\tz", "é😀"];
    private static readonly string[] Roles = ["Sender", "Requester", "SubjectMatterExpert", "Approver", "RespondingOrg", "Owner"];
    private readonly Random random = new(seed);

    internal RmDocument Of(RmMessage kind)
    {
        var shape = RmShape.Of(kind);
        var id = Word();
        return new(kind.ToString(), id, At(), shape.IsFirst ? id : Word())
        {
            Description = shape.NeedsDescription ? Word() : Maybe(Word),
            PrecedingId = shape.IsFirst ? null : shape.NeedsPreceding ? Word() : Maybe(Word),
            Incidents = Some(() => new RmIncident(Word(), Maybe(Word))),
            Recall = shape.IsFirst ? null : Maybe(() => new RmRecall(Word(), random.Next(2) == 0)),
            Funding = !shape.HasFunding ? [] : Some(() => new RmFunding(Word(), Maybe(Word)), shape.NeedsFunding ? 1 : 0),
            Contacts = Some(() => new RmContact(Maybe(Word), Roles[random.Next(Roles.Length)]), 1),
            Elements = [.. Some(() => 0, shape.MayBeEmpty ? 0 : 1).Select((_, i) => Element($"e{i}", shape))],
        };
    }

    private RmElement Element(string id, RmShape shape) => new(id)
    {
        Answer = shape.IsAnswer ? Answer() : shape.MayAnswer ? Maybe(Answer) : null,
        Resource = shape.NeedsResource || shape.NeedsStatus || random.Next(2) == 0 ? Resource(shape) : null,
        Assignment = shape.NeedsAssignment || shape.NeedsPrice || random.Next(2) == 0 ? Assignment(shape) : null,
        Schedules = Some(() => Enum.GetValues<RmTimes>()[random.Next(1, 19)]).Where(t => shape.Knows(t.ToString())).Select(t => new RmSchedule(t.ToString(), Maybe(() => (object)At()) as DateTimeOffset?, Maybe(Word))).ToList(),
    };

    private RmAnswer Answer() => new(Word(), (RmResponse)random.Next(3), Value(), Maybe(Word));

    private RmResource Resource(RmShape shape) => new(Maybe(Word), Word(), Maybe(Value), Maybe(Word),
        shape.NeedsStatus ? new(Value(), Word()) : shape.HasStatus ? Maybe(() => new RmStatus(Maybe(Value), shape.HasAvailability ? Maybe(Word) : null)) : null);

    private RmAssignment Assignment(RmShape shape) => new(
        shape.NeedsQuantity ? Quantity() : Maybe(Quantity), Maybe(Word), Maybe(Word), shape.NeedsPrice ? Quantity() : shape.HasPrice ? Maybe(Quantity) : null, shape.HasOrder ? Maybe(Word) : null);

    private RmQuantity Quantity() => random.Next(2) == 0 ? new(Word()) : new(null, random.Next(1000) / 4.0, Maybe(Value));

    private RmValue Value() => new("urn:x", Word());

    private string Word() => Words[random.Next(Words.Length)];

    private DateTimeOffset At() => new DateTimeOffset(2026, 7, 27, 12, 0, 0, TimeSpan.Zero).AddTicks(random.NextInt64(1_000_000_000) * 10);

    private T? Maybe<T>(Func<T> make) where T : class => random.Next(2) == 0 ? make() : null;

    private List<T> Some<T>(Func<T> make, int least = 0) => [.. Enumerable.Range(0, random.Next(least, 4)).Select(_ => make())];
}
