using System.Text.Json;
using Coordination.Client.Calls;

namespace Coordination.Client.Tokens;

/// <summary>Tokens of the local issuer of a region on this machine, for trying it. Such an issuer gives them to anyone; a region that others reach has none.</summary>
public sealed class TrialTokens : ITokenSource, IDisposable
{
    private readonly HttpClient http;
    private readonly byte[] request;
    private readonly HeldToken held;

    /// <summary>Tokens of an agency in some roles.</summary>
    /// <param name="region">Has the region's address as its <c>BaseAddress</c>; it stays the caller's.</param>
    /// <param name="agency">The agency that they speak for.</param>
    /// <param name="roles">Roles of <c>Coordination.Contracts.Roles</c>.</param>
    /// <param name="subject">The person or system; some decisions need two different ones.</param>
    /// <param name="time">The time by which tokens end.</param>
    public TrialTokens(HttpClient region, string agency, IReadOnlyList<string> roles, string? subject = null, TimeProvider? time = null)
    {
        http = region ?? throw new ArgumentNullException(nameof(region));
        request = JsonSerializer.SerializeToUtf8Bytes(new Wanted(agency, roles, subject), ClientJson.Options);
        held = new(AskAsync, time ?? TimeProvider.System);
    }

    /// <inheritdoc />
    public ValueTask<string> GetAsync(bool renew, CancellationToken ct) => held.GetAsync(renew, ct);

    /// <inheritdoc />
    public void Dispose() => held.Dispose();

    private async Task<TokenAnswer> AskAsync(CancellationToken ct)
    {
        using var content = new ByteArrayContent(request) { Headers = { ContentType = new("application/json") } };
        using var response = await http.PostAsync(new Uri("/issuer/token", UriKind.Relative), content, ct).ConfigureAwait(false);
        return await HeldToken.ReadAsync<TokenAnswer>(response, ct).ConfigureAwait(false);
    }

    private sealed record Wanted(string Agency, IReadOnlyList<string> Roles, string? Subject);
}
