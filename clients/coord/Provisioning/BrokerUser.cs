using System.Security.Cryptography;
using Coordination.CommandLine.Servers;

namespace Coordination.CommandLine.Provisioning;

/// <summary>Users of the broker. Each one's connection string stands in <c>secrets/user.broker</c>; a password that is there stays.</summary>
/// <param name="rabbit">The management API.</param>
/// <param name="virtualHost">Where the users have their rights.</param>
/// <param name="secrets">Folder of the secrets.</param>
/// <param name="address">Host and port of AMQP as the users see it.</param>
internal sealed class BrokerUser(RabbitManagement rabbit, string virtualHost, string secrets, string address)
{
    internal async Task EnsureAsync(string user, string tags, object rights, CancellationToken ct)
    {
        Directory.CreateDirectory(secrets);
        var secret = Path.Combine(secrets, $"{user}.broker");
        var password = File.Exists(secret) && Uri.TryCreate(await File.ReadAllTextAsync(secret, ct), UriKind.Absolute, out var kept) && kept.UserInfo.Split(':') is [_, { Length: > 0 } known]
            ? Uri.UnescapeDataString(known)
            : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        await rabbit.PutAsync(RabbitManagement.Path("users", user), new { password, tags }, ct);
        await rabbit.PutAsync(RabbitManagement.Path("permissions", virtualHost, user), rights, ct);
        await Secret.WriteAsync(secret, $"amqp://{Uri.EscapeDataString(user)}:{password}@{address}/{Uri.EscapeDataString(virtualHost)}", ct);
    }
}
