namespace Coordination.PublicInformation.Cap;

/// <summary>An alert in force.</summary>
/// <param name="Id">The message; its document stays at <c>/v1/public/alert-messages/{id}/original</c>, where all alerts of it are for all.</param>
/// <param name="Why">Why it is shown for this place; empty where none was asked for.</param>
/// <param name="Sender">Who sent it, as CAP names it.</param>
/// <param name="Identifier">Its name, as its sender gave it.</param>
/// <param name="Sent">When it was sent.</param>
/// <param name="Status">Actual, or Exercise in an exercise.</param>
/// <param name="MessageType">Alert or Update.</param>
/// <param name="StartsAt">From when it holds.</param>
/// <param name="EndsAt">To when it holds, if nobody ends it before.</param>
/// <param name="IsHere">Issued by this region.</param>
/// <param name="Infos">What it says, in the language that was asked for first.</param>
/// <param name="Signatures">Each of its signatures, looked at alone; <c>Valid</c> alone is by a key that this region trusts for the sender. Empty where it was issued here.</param>
/// <param name="BroughtBy">The agency that issued it here, or brought it: without a trusted signature the sender is only what that agency says.</param>
public sealed record ActiveAlert(
    Guid Id, IReadOnlyList<CapReason> Why, string Sender, string Identifier, DateTimeOffset? Sent, CapStatus Status, CapMessageType MessageType, DateTimeOffset StartsAt, DateTimeOffset EndsAt, bool IsHere,
    IReadOnlyList<CapInfo> Infos, IReadOnlyList<CapSignature> Signatures, string BroughtBy)
{
    internal static ActiveAlert Of(CapHit hit, string? language) => new(
        hit.Message.Id, hit.Why, hit.Message.Sender, hit.Message.Identifier, hit.Message.Sent, hit.Message.Status, hit.Message.MessageType, hit.Message.StartsAt, hit.Message.EndsAt, hit.Message.IsHere,
        Spoken(hit.Message.Infos, language), hit.Message.IsHere ? [] : hit.Message.Signatures, hit.Message.Agency);

    /// <summary>Those in the language first; all where none is in it.</summary>
    internal static IReadOnlyList<CapInfo> Spoken(IReadOnlyList<CapInfo> infos, string? language) => language is null ? infos
        : [.. infos.OrderBy(i => i.Language.Equals(language, StringComparison.OrdinalIgnoreCase) ? 0 : i.Language.Split('-')[0].Equals(language.Split('-')[0], StringComparison.OrdinalIgnoreCase) ? 1 : 2)];
}
