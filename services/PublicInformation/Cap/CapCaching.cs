using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Coordination.PublicInformation.Cap;

/// <summary>Caches keep what is in force for a few seconds, and ask whether it changed: the tag is of what is in force, and of how it was asked for.</summary>
internal static class CapCaching
{
    internal const int Seconds = 15;

    /// <summary>True when who asks has it already.</summary>
    internal static bool IsKnown(HttpContext http, IReadOnlyList<CapHit> hits, string asked)
    {
        var told = new StringBuilder(asked);
        foreach (var hit in hits) told.Append('\n').Append(hit.Message.Id).Append(' ').Append(hit.Message.Version).Append(' ').AppendJoin(',', hit.Why);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(told.ToString())).AsSpan(0, 16))}\"";
        var headers = http.Response.Headers;
        headers.ETag = tag;
        // Who has a token is told as anybody, but nothing that was asked with a token is kept by others.
        if (http.User.Identity?.IsAuthenticated != true) headers.CacheControl = $"public, max-age={Seconds}";
        headers.Vary = "Coordination-Exercise";
        return http.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Any(t => t == tag || t == $"W/{tag}" || t == "*");
    }
}
