using System.Security.Cryptography;
using System.Text;

namespace Coordination.CommandLine.Provisioning;

/// <summary>What PostgreSQL keeps of a password (SCRAM-SHA-256, RFC 5803), made here so that the password itself appears in no statement and no log.</summary>
internal static class ScramVerifier
{
    private const int Rounds = 4096;

    internal static string Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var salted = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, Rounds, HashAlgorithmName.SHA256, 32);
        var stored = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        var server = HMACSHA256.HashData(salted, "Server Key"u8);
        return $"SCRAM-SHA-256${Rounds}:{Convert.ToBase64String(salt)}${Convert.ToBase64String(stored)}:{Convert.ToBase64String(server)}";
    }
}
