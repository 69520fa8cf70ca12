using Coordination.PublicInformation.Cap;

namespace Coordination.Tests.Unit.PublicInformation.Cap;

/// <summary>Messages of one morning, and how they meet.</summary>
internal static class CapScene
{
    private static readonly DateTimeOffset Start = new(2026, 11, 29, 8, 0, 0, TimeSpan.Zero);

    internal static List<CapMessage> Meet(List<CapMessage> arrivals, CapSuccessors successors, Random? random = null)
    {
        var known = new List<CapMessage>();
        foreach (var message in random is null ? arrivals : [.. arrivals.OrderBy(_ => random.Next())])
        {
            // The same again is no second message.
            if (known.Exists(k => k.OnlyOnce == message.OnlyOnce)) continue;
            known.Add(message);
            var met = new CapMeeting(successors, m => Found(known, k => Names(m, k)), m => Found(known, k => Names(k, m))).MeetAsync(message);
            Assert.True(met.IsCompletedSuccessfully);
        }
        return known;
    }

    private static Task<IReadOnlyList<CapMessage>> Found(List<CapMessage> known, Predicate<CapMessage> which) => Task.FromResult<IReadOnlyList<CapMessage>>(known.FindAll(which));

    private static bool Names(CapMessage by, CapMessage named) => by.References.Exists(r => r.Sender == named.Sender && r.Identifier == named.Identifier);

    internal static CapReference Named(string name, int minute, string sender = "met@example.org") => new(sender, name, At(minute));

    internal static CapMessage Message(
        string name, int minute, CapMessageType type = CapMessageType.Alert, List<CapReference>? names = null, string sender = "met@example.org", int? expires = null, int? effective = null,
        CapStatus status = CapStatus.Actual, string agency = "fire", bool isTrusted = false, bool isHere = false, CapScope scope = CapScope.Public, string? severity = null, Guid? import = null) => CapMessage.Take(
            Guid.CreateVersion7(),
            new(sender, name, At(minute))
            {
                Status = status, MessageType = type, Scope = scope, References = names ?? [], Signatures = isTrusted ? [new([CapSignatureFact.Valid])] : [],
                Infos = [new("en", "Flood", [], [], null, severity, null, null, null, null, null, null, effective is { } f ? At(f) : null, null, expires is { } e ? At(e) : null, [])],
            },
            new(null, agency, "region", isHere, import, true, TimeSpan.FromHours(24)), At(minute));

    internal static DateTimeOffset At(int minute) => Start.AddMinutes(minute);
}
