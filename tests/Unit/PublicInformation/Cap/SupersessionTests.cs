using Coordination.PublicInformation.Cap;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.PublicInformation.Cap;

/// <summary>What has become of each message is the same whatever came first, and as a plain reading of the whole set says.</summary>
public sealed class SupersessionTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 29, 8, 0, 0, TimeSpan.Zero);
    private static readonly CapSuccessors Nobody = new(new Dictionary<string, List<string>>());

    [Fact]
    public void An_update_replaces_what_it_names_and_a_cancellation_ends_it()
    {
        var first = Message("a", 0);
        var second = Message("b", 10, CapMessageType.Update, [Named("a", 0)]);
        var third = Message("c", 20, CapMessageType.Cancel, [Named("b", 10)]);
        Meet([third, first, second], Nobody);
        Assert.Equal((CapState.Superseded, second.Id), (Supersession.StateAt(first, At(30)), first.EndedBy));
        Assert.Equal((CapState.Cancelled, third.Id), (Supersession.StateAt(second, At(30)), second.EndedBy));
        Assert.Equal(CapState.Active, Supersession.StateAt(first, At(5)));
    }

    [Fact]
    public void A_cancellation_that_comes_first_waits_for_its_alert()
    {
        var (cancel, alert) = (Message("c", 20, CapMessageType.Cancel, [Named("a", 0)]), Message("a", 0));
        Meet([cancel, alert], Nobody);
        Assert.Equal(CapState.Cancelled, Supersession.StateAt(alert, At(21)));
    }

    [Fact]
    public void What_ran_out_was_not_cancelled()
    {
        var (alert, cancel) = (Message("a", 0, expires: 10), Message("c", 20, CapMessageType.Cancel, [Named("a", 0)]));
        Meet([alert, cancel], Nobody);
        Assert.Equal(CapState.Expired, Supersession.StateAt(alert, At(30)));
    }

    [Fact]
    public void Until_an_update_takes_effect_what_it_replaces_stays_in_force()
    {
        var (alert, update) = (Message("a", 0), Message("b", 10, CapMessageType.Update, [Named("a", 0)], effective: 30));
        Meet([update, alert], Nobody);
        Assert.Equal((CapState.Active, CapState.NotYetEffective), (Supersession.StateAt(alert, At(20)), Supersession.StateAt(update, At(20))));
        Assert.Equal((CapState.Superseded, CapState.Active), (Supersession.StateAt(alert, At(30)), Supersession.StateAt(update, At(30))));
    }

    [Fact]
    public void Of_two_branches_the_earlier_one_counts()
    {
        var (alert, late, early) = (Message("a", 0), Message("c", 20, CapMessageType.Cancel, [Named("a", 0)]), Message("b", 10, CapMessageType.Update, [Named("a", 0)]));
        Meet([alert, late, early], Nobody);
        Assert.Equal((CapState.Superseded, early.Id), (Supersession.StateAt(alert, At(30)), alert.EndedBy));
    }

    [Fact]
    public void Nobody_ends_the_alert_of_another_unless_the_package_names_him()
    {
        var (alert, foreign) = (Message("a", 0), Message("x", 10, CapMessageType.Cancel, [Named("a", 0)], sender: "other@example.org"));
        Meet([alert, foreign], Nobody);
        Assert.Equal(CapState.Active, Supersession.StateAt(alert, At(20)));
        Meet([alert, foreign], new(new Dictionary<string, List<string>> { ["met@example.org"] = ["other@example.org"] }));
        Assert.Equal(CapState.Cancelled, Supersession.StateAt(alert, At(20)));
    }

    [Fact]
    public void What_another_agency_brings_under_the_name_of_a_sender_ends_nothing_unless_a_trusted_key_signed_it()
    {
        var alert = Message("a", 0, agency: "fire");
        var (forged, signed) = (Message("c", 10, CapMessageType.Cancel, [Named("a", 0)], agency: "water"), Message("c", 10, CapMessageType.Cancel, [Named("a", 0)], agency: "water", isTrusted: true));
        Assert.False(alert.GiveWay(forged, Nobody));
        Assert.True(alert.GiveWay(signed, Nobody));
    }

    [Fact]
    public void An_exercise_ends_nothing_that_is_real()
    {
        var (alert, cancel) = (Message("a", 0), Message("c", 10, CapMessageType.Cancel, [Named("a", 0)], status: CapStatus.Exercise));
        Assert.False(alert.GiveWay(cancel, Nobody));
        Assert.False(cancel.IsShown);
    }

    [Fact]
    public void What_bears_this_region_s_name_and_comes_from_outside_is_nobody_s()
    {
        var (own, forged) = (Message("a", 0, sender: "county@region", isHere: true), Message("c", 10, CapMessageType.Cancel, [Named("a", 0, "county@region")], sender: "county@region"));
        Assert.False(own.GiveWay(forged, Nobody));
        Assert.Equal((false, CapState.Unusable), (forged.IsShown, Supersession.StateAt(forged, At(11))));
        Assert.Contains(forged.Findings, f => f.Rule == "sender-is-here");
    }

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
            var (agency, isTrusted) = (random.Next(4) == 0 ? "water" : "fire", random.Next(4) == 0);
            return (Func<CapMessage>)(() => Message(m.Name, m.Minute, type, names, m.Sender, expires, effective, status, agency, isTrusted));
        })];
    }

    private static List<CapMessage> Meet(List<CapMessage> arrivals, CapSuccessors successors, Random? random = null)
    {
        var known = new List<CapMessage>();
        foreach (var message in random is null ? arrivals : [.. arrivals.OrderBy(_ => random.Next())])
        {
            // The same again is no second message.
            if (known.Exists(k => k.OnlyOnce == message.OnlyOnce)) continue;
            foreach (var other in known)
            {
                other.GiveWay(message, successors);
                message.GiveWay(other, successors);
            }
            known.Add(message);
        }
        return known;
    }

    private static CapReference Named(string name, int minute, string sender = "met@example.org") => new(sender, name, At(minute));

    private static CapMessage Message(
        string name, int minute, CapMessageType type = CapMessageType.Alert, List<CapReference>? names = null, string sender = "met@example.org", int? expires = null, int? effective = null,
        CapStatus status = CapStatus.Actual, string agency = "fire", bool isTrusted = false, bool isHere = false) => CapMessage.Take(
            Guid.CreateVersion7(),
            new(sender, name, At(minute))
            {
                Status = status, MessageType = type, Scope = CapScope.Public, References = names ?? [], Signatures = isTrusted ? [new([CapSignatureFact.Valid])] : [],
                Infos = [new("en", "Flood", [], [], null, null, null, null, null, null, null, null, effective is { } f ? At(f) : null, null, expires is { } e ? At(e) : null, [])],
            },
            new(null, agency, "region", isHere, null, true, TimeSpan.FromHours(24)), At(minute));

    private static DateTimeOffset At(int minute) => Start.AddMinutes(minute);
}
