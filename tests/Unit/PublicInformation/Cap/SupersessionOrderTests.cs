using Coordination.PublicInformation.Cap;
using FsCheck;
using FsCheck.Fluent;
using static Coordination.Tests.Unit.PublicInformation.Cap.CapScene;

namespace Coordination.Tests.Unit.PublicInformation.Cap;

/// <summary>What has become of each message is the same whatever came first, and as a plain reading of the whole set says.</summary>
public sealed class SupersessionOrderTests
{
    [Fact]
    public void It_is_as_the_whole_set_says_in_whatever_order_it_came() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), IsAsTheWholeSetSays));

    private static bool IsAsTheWholeSetSays(int seed)
    {
        var random = new Random(seed);
        var history = History(random);
        var successors = new CapSuccessors(new Dictionary<string, List<string>> { ["met@example.org"] = ["flood@example.org"] });
        var (one, two) = (Meet([.. history.Select(m => m())], successors, random), Meet([.. history.Select(m => m())], successors, random));
        return Enumerable.Range(0, 12).All(n =>
        {
            var now = At(n * 10);
            return one.All(m => Told(m, now) == SupersessionModel.Told(m, one, now, successors)) && one.Select(m => Told(m, now)).Order(StringComparer.Ordinal).SequenceEqual(two.Select(m => Told(m, now)).Order(StringComparer.Ordinal));
        });
    }

    /// <summary>State and the name of what ended it: ids differ from one making to the next.</summary>
    private static string Told(CapMessage m, DateTimeOffset now)
    {
        var state = Supersession.StateAt(m, now);
        return $"{m.Order} {state} {(state is CapState.Superseded or CapState.Cancelled ? m.EndedByOrder : "")}";
    }

    /// <summary>Chains, branches, gaps, duplicates, strangers, tests and clocks that are off, of up to twelve messages; each can be made again.</summary>
    private static List<Func<CapMessage>> History(Random random)
    {
        string[] senders = ["met@example.org", "flood@example.org", "other@example.org"];
        var made = Enumerable.Range(0, random.Next(1, 13)).Select(n => (Name: $"m{random.Next(8)}", Minute: random.Next(8) * 10, Sender: senders[random.Next(10) < 7 ? 0 : random.Next(3)])).ToList();
        return [.. made.Select((m, n) =>
        {
            var type = (CapMessageType)random.Next(1, 5);
            List<CapReference> names = [.. Enumerable.Range(0, type == CapMessageType.Alert ? 0 : random.Next(1, 4)).Select(_ => made[random.Next(made.Count)]).Select(o => Named(o.Name, o.Minute, o.Sender) with { Sent = random.Next(5) == 0 ? null : At(o.Minute) })];
            var (expires, effective, status) = (random.Next(3) == 0 ? m.Minute + random.Next(1, 9) * 10 : (int?)null, random.Next(4) == 0 ? m.Minute + random.Next(1, 5) * 10 : (int?)null, random.Next(8) == 0 ? CapStatus.Test : CapStatus.Actual);
            var (agency, isTrusted, scope) = (random.Next(4) == 0 ? "water" : "fire", random.Next(4) == 0, random.Next(6) == 0 ? CapScope.Restricted : CapScope.Public);
            return (Func<CapMessage>)(() => Message(m.Name, m.Minute, type, names, m.Sender, expires, effective, status, agency, isTrusted, scope: scope));
        })];
    }
}
