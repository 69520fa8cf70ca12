using Coordination.Exchange.Subscriptions;
using Coordination.Platform;

namespace Coordination.Exchange.Amqp;

/// <summary>
/// What an agency's queues are bound by: <c>fire.command.incident-opened.v1.{subject}</c>. The agency comes first, because the broker refuses any binding that
/// does not begin with it. What happens in an exercise is <c>exercise.fire.…</c>: <c>fire.#</c> takes nothing of it.
/// </summary>
internal static class RoutingKey
{
    internal static string Of(Subscription subscription, LoggedEvent e) =>
        $"{(subscription.ExerciseId is null ? "" : "exercise.")}{subscription.Agency}.{e.Type}.{e.Subject}";
}
