using System.Text;
using Coordination.Tests.Functional.Platform;

namespace Coordination.Tests.Functional.Broker;

/// <summary>
/// Queues that would survive their broker's death. RabbitMQ 3.10 writes the names of its quorum queues half a second after they are made; one that it was killed
/// before comes back without a leader, and answers nobody (ADR 19).
/// </summary>
internal static class KeptQueues
{
    /// <summary>Waits until each of them is written down.</summary>
    /// <param name="broker">The private broker's folder.</param>
    /// <param name="queues">The queues, by a part of the names that the broker has for them: virtual host, underline, queue.</param>
    internal static Task InAsync(string broker, params IReadOnlyList<string> queues) => ProbeRegion.UntilAsync(async () =>
    {
        var names = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(broker, "data"), "names.dets", SearchOption.AllDirectories)) names.Append(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)));
        var kept = names.ToString();
        return queues.All(q => kept.Contains(q, StringComparison.Ordinal));
    });
}
