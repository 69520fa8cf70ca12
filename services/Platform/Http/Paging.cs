using System.Buffers.Text;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>The page a list call asks for: <c>?cursor=</c> as the page before gave it, and <c>?limit=</c> from 1 to 200, 50 by default.</summary>
/// <param name="After">Id of the last item of the page before, or null for the first page.</param>
/// <param name="Limit">Most items in the page.</param>
public sealed record Paging(Guid? After, int Limit) : IEndpointParameterMetadataProvider
{
    /// <summary>Reads the page from the query; called by the framework.</summary>
    /// <exception cref="BadInputException">The cursor was not given by this region, or the limit is out of range.</exception>
    public static ValueTask<Paging> BindAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        Guid? after = null;
        if (http.Request.Query["cursor"].ToString() is { Length: > 0 } text) after = Decode(text);
        return ValueTask.FromResult(new Paging(after, ReadLimit(http)));
    }

    /// <summary>Reads <c>?limit=</c>.</summary>
    /// <exception cref="BadInputException">It is not a whole number from 1 to 200.</exception>
    public static int ReadLimit(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Request.Query["limit"].ToString() is not { Length: > 0 } text) return 50;
        return int.TryParse(text, out var limit) && limit is >= 1 and <= 200
            ? limit
            : throw new BadInputException(Refusal.Invalid("?limit", "range", "Must be between 1 and 200."));
    }

    /// <summary>Marks the endpoint as paged, for its OpenAPI document.</summary>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new Paged());
    }

    internal static string Encode(Guid id) => Base64Url.EncodeToString(id.ToByteArray(bigEndian: true));

    private static Guid Decode(string text)
    {
        Span<byte> bytes = stackalloc byte[16];
        return text.Length == 22 && Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out var count) && count == 16
            ? new Guid(bytes, bigEndian: true)
            : throw new BadInputException(Refusal.Invalid("?cursor", "cursor", "Must be a cursor that a page before gave."));
    }

    internal sealed record Paged;
}

/// <summary>One page of a list.</summary>
/// <param name="Items">The items, oldest first.</param>
/// <param name="Next">Cursor of the next page, or null when this is the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Turns a query into a page.</summary>
public static class Pages
{
    /// <summary>Orders by a UUIDv7 id, which is the order of creation, and cuts out one page.</summary>
    public static async Task<Page<TView>> ToPageAsync<T, TView>(
        this IQueryable<T> query, Paging page, Expression<Func<T, Guid>> id, Func<T, TView> view, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(id);
        if (page.After is { } after)
            query = query.Where(Expression.Lambda<Func<T, bool>>(Expression.GreaterThan(id.Body, Expression.Constant(after)), id.Parameters));
        return Of(await query.OrderBy(id).Take(page.Limit + 1).ToListAsync(ct), page, id.Compile(), view);
    }

    /// <summary>Cuts one page out of rows that are in the order of their ids: one more than the page holds, where there are as many.</summary>
    public static Page<TView> Of<T, TView>(IReadOnlyList<T> rows, Paging page, Func<T, Guid> id, Func<T, TView> view)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(id);
        return new([.. rows.Take(page.Limit).Select(view)], rows.Count > page.Limit ? Paging.Encode(id(rows[page.Limit - 1])) : null);
    }
}

/// <summary>Input that cannot be taken, found while it is read. Becomes a problem document.</summary>
public sealed class BadInputException(Refusal refusal) : Exception(refusal?.Detail)
{
    /// <summary>What is wrong.</summary>
    public Refusal Refusal { get; } = refusal!;
}
