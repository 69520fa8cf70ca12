using Microsoft.AspNetCore.Http;

namespace Coordination.Platform;

/// <summary>The body of a call as it came: it was read whole, within its limit, before anything was decided.</summary>
public static class KeptBody
{
    private const string Key = "coordination.body";

    /// <summary>Its bytes, however often the call is decided; none where it has no body.</summary>
    public static byte[] Bytes(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Of(request.HttpContext) ?? [];
    }

    /// <summary>Null for a call that was not read for one.</summary>
    internal static byte[]? Of(HttpContext http) => http.Items[Key] as byte[];

    internal static void Keep(HttpContext http, byte[] bytes)
    {
        http.Items[Key] = bytes;
        http.Request.Body = new MemoryStream(bytes, writable: false);
    }
}
