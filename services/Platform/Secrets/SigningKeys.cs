using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Coordination.Platform;

/// <summary>
/// What a service signs with what it tells the world (<c>COORDINATION_SIGNING_KEYS</c>): RSA keys with their certificates, each from its certificate's beginning to its end. So the next one may
/// lie there before its time: it is told to all at once, and signs when it begins.
/// </summary>
public sealed class SigningKeys : IDisposable
{
    private readonly TimeProvider time;

    internal SigningKeys(IReadOnlyList<X509Certificate2> certificates, TimeProvider time) => (Certificates, this.time) = (certificates, time);

    /// <summary>All that are at hand, with their private keys.</summary>
    public IReadOnlyList<X509Certificate2> Certificates { get; }

    /// <summary>The one that signs now: of those that hold, the one that began last. Where none holds any more the one that ended last: who warns is not silenced by a date.</summary>
    public X509Certificate2 Current
    {
        get
        {
            var now = time.GetUtcNow().UtcDateTime;
            List<X509Certificate2> begun = [.. Certificates.Where(c => c.NotBefore.ToUniversalTime() <= now)];
            return begun.Where(c => c.NotAfter.ToUniversalTime() > now).MaxBy(c => c.NotBefore) ?? begun.MaxBy(c => c.NotAfter) ?? Certificates[0];
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var certificate in Certificates) certificate.Dispose();
    }

    /// <summary>The keys that were provisioned; on loopback, where there are none, one for development that is made at first use.</summary>
    /// <exception cref="StartFailedException">There is none, or one is no key to sign with.</exception>
    internal static SigningKeys Open(RegionOptions options, string data, ServiceInstance instance, TimeProvider time)
    {
        if (options.SigningKeys is { } folder) return SigningKeyFiles.Read(folder.Replace("{instance}", instance.Name, StringComparison.Ordinal), time);
        return options.IsLoopbackOnly
            ? new([SigningKeyFiles.Development(data, instance)], time)
            : throw new StartFailedException($"{instance.Name} signs what it tells the world: COORDINATION_SIGNING_KEYS must name the folder of its keys. Only a region on loopback makes one for itself.");
    }
}
