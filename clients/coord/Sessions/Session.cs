using System.Text.Json;

namespace Coordination.CommandLine.Sessions;

/// <summary>
/// Who works at this command line, and with which region; <c>coord login</c> writes it, for its user's eyes alone. Tokens are in it only of a person who signed in
/// at a page, so that he need not for each command; all others are asked for anew, and a secret comes from the environment.
/// </summary>
/// <param name="Url">Address of the region.</param>
/// <param name="Agency">The agency; null where the provider's token says it.</param>
/// <param name="Roles">Roles asked of the local issuer.</param>
/// <param name="Subject">The person or system; the local issuer's own choice without it.</param>
/// <param name="Issuer">Address of an OpenID provider; null for the region's local issuer.</param>
/// <param name="ClientId">The system's name at the provider, its secret is in <c>COORDINATION_CLIENT_SECRET</c>; or that of coord for a person.</param>
/// <param name="Kept">What a person's sign-in left; null otherwise.</param>
internal sealed record Session(Uri Url, string? Agency, IReadOnlyList<string> Roles, string? Subject, Uri? Issuer, string? ClientId, KeptTokens? Kept = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary><c>COORDINATION_SESSION</c>, or a file among the user's own settings.</summary>
    internal static string Path => Environment.GetEnvironmentVariable("COORDINATION_SESSION") is { Length: > 0 } set ? set
        : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "coordination", "session.json");

    internal static Session? Read()
    {
        try
        {
            return JsonSerializer.Deserialize<Session>(File.ReadAllText(Path), Json);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException e)
        {
            throw new IOException(Language.Say($"{Path} is not what coord login writes; log in again."), e);
        }
    }

    /// <summary>For scripts: <c>COORDINATION_TOKEN</c> says who, <c>COORDINATION_URL</c> where, <c>COORDINATION_AGENCY</c> whose books are opened. Null without a token.</summary>
    internal static Session? OfEnvironment() => Environment.GetEnvironmentVariable("COORDINATION_TOKEN") is { Length: > 0 }
        ? new(new Uri("http://127.0.0.1:8700"), Environment.GetEnvironmentVariable("COORDINATION_AGENCY"), [], null, null, null) : null;

    internal void Write()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // Whole or not at all, and never with the rights of a file that stood there before.
        var written = $"{Path}.{Guid.NewGuid():N}";
        using (var file = new FileStream(written, options)) JsonSerializer.Serialize(file, this, Json);
        File.Move(written, Path, overwrite: true);
    }
}
