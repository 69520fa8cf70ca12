using System.Diagnostics;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Sessions;

/// <summary>A person's token, renewed when it has run out. One command renews at a time: a provider ends a session whose refresh token is used twice.</summary>
internal static class Renewal
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <exception cref="RegionException">The person must sign in again.</exception>
    internal static async Task<string> OfAsync(Session session, CancellationToken ct)
    {
        if (session.Kept!.IsFresh(TimeProvider.System)) return session.Kept.Access;
        await using var turn = await TurnAsync(ct);
        // Another command may have renewed it meanwhile.
        var newest = Session.Read() is { Kept: not null } read && read.Issuer == session.Issuer && read.ClientId == session.ClientId ? read : session;
        if (newest.Kept!.IsFresh(TimeProvider.System)) return newest.Kept.Access;
        if (newest.Kept.Refresh is not { } refresh) throw new RegionException(Language.Say($"Your session has ended: coord login --browser."));
        var provider = await OpenIdProvider.DiscoverAsync(newest.Issuer!, ct);
        var renewed = newest with { Kept = KeptTokens.Of(await AskAsync(provider, newest.ClientId!, refresh, ct), refresh, TimeProvider.System) };
        renewed.Write();
        return renewed.Kept.Access;
    }

    private static async Task<System.Text.Json.Nodes.JsonObject> AskAsync(OpenIdProvider provider, string clientId, string refresh, CancellationToken ct)
    {
        try
        {
            return await provider.TokensAsync(clientId, null, new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refresh }, ct);
        }
        catch (RegionException e)
        {
            throw new RegionException(Language.Say($"Your session cannot be renewed: coord login --browser. {e.Message}"));
        }
    }

    private static async Task<FileStream> TurnAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Session.Path))!);
        var since = Stopwatch.StartNew();
        while (true)
            try
            {
                return new FileStream($"{Session.Path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (since.Elapsed < Patience)
            {
                await Task.Delay(50, ct);
            }
    }
}
