namespace Coordination.Platform;

/// <summary>Where the broker is and as whom an instance speaks there.</summary>
/// <param name="Host">Host name or address.</param>
/// <param name="Port">TCP port; 5672, or 5671 with TLS, when the text names none.</param>
/// <param name="VirtualHost">The region's virtual host.</param>
/// <param name="User">The instance's own user: its name.</param>
/// <param name="Password">The user's password.</param>
/// <param name="IsTls">True for <c>amqps</c>.</param>
internal sealed record BrokerAddress(string Host, int Port, string VirtualHost, string User, string Password, bool IsTls)
{
    /// <summary>Reads <c>amqp://{instance}:password@host:port/vhost</c> for one instance.</summary>
    /// <exception cref="StartFailedException">It is no such address.</exception>
    internal static BrokerAddress Of(string text, ServiceInstance instance)
    {
        var filled = text.Replace("{instance}", Uri.EscapeDataString(instance.Name), StringComparison.Ordinal);
        if (!Uri.TryCreate(filled, UriKind.Absolute, out var uri) || uri.Scheme is not ("amqp" or "amqps") || uri.UserInfo.Split(':') is not [var user, var password])
            throw new StartFailedException("COORDINATION_BROKER must look like amqp://{instance}:password@host:5672/coordination.");
        var tls = uri.Scheme == "amqps";
        var path = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
        return new(uri.Host, uri.Port > 0 ? uri.Port : tls ? 5671 : 5672, path.Length == 0 ? "/" : path,
            Uri.UnescapeDataString(user), Uri.UnescapeDataString(password), tls);
    }

    /// <summary>Without the secret.</summary>
    public override string ToString() => $"{User} at {Host}:{Port}/{VirtualHost}";
}
