using System.Runtime.CompilerServices;

namespace Coordination.CommandLine.Partners.EdxlRm;

/// <summary>
/// An endpoint for resource messages as other agencies count on it: all sixteen, bare and in an envelope, taken or refused in words; answers that fit; the same
/// message twice is one; what breaks the standard is refused; and no document brings it down.
/// </summary>
/// <param name="door">The endpoint.</param>
/// <param name="time">The moment that messages carry.</param>
/// <param name="patience">How long a hostile document may keep it busy.</param>
internal sealed class EdxlRmCases(RmDoor door, TimeProvider time, TimeSpan patience)
{
    private readonly Dictionary<string, RmAnswer> plain = new(StringComparer.Ordinal);
    private readonly DateTimeOffset now = time.GetUtcNow();

    internal async IAsyncEnumerable<CaseResult> PlayAsync([EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var sample in RmConversation.Begin(now))
        {
            var answer = await door.PostAsync(sample.Xml(now), ct);
            plain[sample.Kind] = answer;
            yield return Judge(Language.Say($"{sample.Kind} is taken, or refused in words"), sample, answer);
            // Sixty cases against nobody tell no more than one.
            if (answer.Status == 0 && plain.Count == 1) yield break;
        }
        yield return new(Language.Say($"At least one kind of message is taken"), plain.Values.Any(a => a.IsTaken), Language.Say($"{plain.Values.Count(a => a.IsTaken)} of {plain.Count} kinds"));
        foreach (var sample in RmConversation.Begin(now))
        {
            var answer = await door.PostAsync(sample.Enveloped(now), ct);
            yield return Alike(Language.Say($"{sample.Kind} in an EDXL-DE envelope is treated like the bare one"), sample, answer);
        }
        await foreach (var result in RepeatedAsync(ct)) yield return result;
        foreach (var variant in RmVariants.Tolerated(now)) yield return await ToleratedAsync(variant, ct);
        foreach (var variant in RmVariants.Wrong(now)) yield return await RefusedAsync(variant, ct);
        foreach (var (rule, body, contentType) in HostileDocuments.All(now)) yield return await HostileAsync(rule, body, contentType, ct);
    }

    /// <summary>Taken with an answer that fits, or refused in words.</summary>
    private static CaseResult Judge(string rule, RmSample sample, RmAnswer answer)
    {
        if (answer.IsExplained) return new(rule, true, answer.Said);
        if (!answer.IsTaken) return new(rule, false, answer.IsRefused ? Language.Say($"{answer.Said}, and did not say why") : answer.Said);
        List<string> faults = answer.Message is { } message ? [.. RmRules.Faults(message), .. RmRules.Faults(message, sample)] : [];
        return new(rule, faults.Count == 0, faults.Count == 0 ? answer.Message is { } good ? $"{answer.Said}: {good.Name}" : answer.Said : string.Join("; ", faults));
    }

    private CaseResult Alike(string rule, RmSample sample, RmAnswer answer) =>
        answer.IsTaken == plain[sample.Kind].IsTaken ? Judge(rule, sample, answer) : new(rule, false, Language.Say($"{answer.Said}, the bare one {plain[sample.Kind].Status}"));

    private async IAsyncEnumerable<CaseResult> RepeatedAsync([EnumeratorCancellation] CancellationToken ct)
    {
        var sample = RmConversation.Begin(now)[0];
        var (first, second) = (await door.PostAsync(sample.Xml(now), ct), await door.PostAsync(sample.Xml(now), ct));
        yield return new(Language.Say($"The same message again has the same answer, and no second effect"),
            first.Status == second.Status && first.Message?.Text("MessageID") == second.Message?.Text("MessageID"),
            Language.Say($"{first.Said} {first.Message?.Text("MessageID")}, then {second.Said} {second.Message?.Text("MessageID")}"));
        var other = await door.PostAsync(sample.Xml(now).Replace("<r:QuantityText>2<", "<r:QuantityText>3<", StringComparison.Ordinal), ct);
        yield return new(Language.Say($"Another message under the same MessageID is refused"), other.IsRefused, other.Said);
    }

    private async Task<CaseResult> ToleratedAsync(RmVariant variant, CancellationToken ct)
    {
        await BeforeAsync(variant, ct);
        var answer = await door.PostAsync(variant.Xml, ct);
        return variant.Sample is { } sample ? Alike(variant.Rule, sample, answer) : new(variant.Rule, answer.IsTaken || answer.IsExplained, answer.Said);
    }

    private async Task<CaseResult> RefusedAsync(RmVariant variant, CancellationToken ct)
    {
        await BeforeAsync(variant, ct);
        var answer = await door.PostAsync(variant.Xml, ct);
        return new(variant.Rule, answer.IsRefused, answer.Said);
    }

    private async Task BeforeAsync(RmVariant variant, CancellationToken ct)
    {
        foreach (var message in variant.Before) await door.PostAsync(message.Xml(now), ct);
    }

    private async Task<CaseResult> HostileAsync(string rule, byte[] body, string contentType, CancellationToken ct)
    {
        var answer = await door.PostAsync(body, contentType, ct);
        // Who stops reading what is far too long has refused it.
        var isRefused = answer.IsRefused || (body.Length > HostileDocuments.Large && answer is { Status: 0 } && answer.Took < patience);
        if (!isRefused) return new(rule, false, answer.Said);
        if (answer.Took > patience) return new(rule, false, Language.Say($"{answer.Said}, after {answer.Took.TotalSeconds:0.0} s"));
        var sound = await door.PostAsync(RmConversation.Begin(now)[0].Xml(now), ct);
        return sound.Status == plain["RequestResource"].Status ? new(rule, true, answer.Said) : new(rule, false, Language.Say($"{answer.Said}, but then a sound message: {sound.Said}"));
    }
}
