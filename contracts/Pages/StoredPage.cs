using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Coordination.Contracts.Pages;

/// <summary>A page that is the same for everyone until the program is replaced: kept as bytes, plain and compressed, under a tag of its content.</summary>
internal sealed class StoredPage
{
    private readonly string contentType, policy;
    private readonly byte[] plain, compressed;
    private readonly EntityTagHeaderValue tag;

    /// <param name="contentType">What it is.</param>
    /// <param name="text">The page.</param>
    /// <param name="policy">What a browser may load with it; nothing at all where it is no page for people.</param>
    internal StoredPage(string contentType, string text, string policy = "default-src 'none'; frame-ancestors 'none'")
    {
        (this.contentType, this.policy, plain) = (contentType, policy, Encoding.UTF8.GetBytes(text));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(plain);
        compressed = packed.ToArray();
        // The same page in two encodings is two sequences of bytes: a weak tag names both.
        tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(plain))[..16]}\"", isWeak: true);
    }

    internal Task WriteAsync(HttpContext http)
    {
        var headers = http.Response.GetTypedHeaders();
        (headers.ETag, headers.CacheControl) = (tag, new() { NoCache = true });
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        http.Response.Headers.ContentSecurityPolicy = policy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        var packed = http.Request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value == "gzip" && e.Quality is null or > 0);
        if (packed) http.Response.Headers.ContentEncoding = "gzip";
        http.Response.ContentType = contentType;
        http.Response.ContentLength = packed ? compressed.Length : plain.Length;
        return http.Response.Body.WriteAsync(packed ? compressed : plain, http.RequestAborted).AsTask();
    }

    /// <summary>The hash under which a policy allows a style that stands in the page.</summary>
    internal static string HashOf(string style) => string.Create(CultureInfo.InvariantCulture, $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'");
}
