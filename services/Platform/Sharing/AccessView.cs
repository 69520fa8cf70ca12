namespace Coordination.Platform;

/// <summary>An entry of the access log: one reader, one operation, one subject, one hour.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Subject">What was read about.</param>
/// <param name="Owner">Whose it is; empty where that was not kept.</param>
/// <param name="Agency">The agency that read.</param>
/// <param name="Person">Who of it, as the token says; of a webhook its subscription.</param>
/// <param name="Operation">The operation, or <c>webhook</c>.</param>
/// <param name="FirstAt">First within the hour, in real time.</param>
/// <param name="LastAt">Last within the hour.</param>
/// <param name="Times">How often.</param>
public sealed record AccessView(
    Guid Id, Guid Subject, string Owner, string Agency, string Person, string Operation, DateTimeOffset FirstAt, DateTimeOffset LastAt, int Times)
{
    internal static AccessView Of(Access a) => new(a.Id, a.Subject, a.Owner, a.Agency, a.Person, a.Operation, a.FirstAt, a.LastAt, a.Times);
}
