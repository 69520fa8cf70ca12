using Coordination.Host;

namespace Coordination.Tests.Functional.BadInput;

/// <summary>Headers, paths, queries and callers that no operation takes.</summary>
public sealed class BadCallTests(EmbeddedRegion region) : IClassFixture<EmbeddedRegion>
{
    public static TheoryData<string> Modules => [.. RegionModules.All.Select(m => m.Name)];

    [Theory, MemberData(nameof(Modules))]
    public Task A_change_without_its_headers_is_refused(string module) => EachAsync(module, async (o, intruder) =>
    [
        o.NeedsKey ? (await intruder.SendAsync(o, Body(o), key: null)).Fault(400, "@Idempotency-Key", "idempotency-key-required") : null,
        o.NeedsKey ? (await intruder.SendAsync(o, Body(o), key: new string('k', 200))).Fault(400, "@Idempotency-Key", "idempotency-key") : null,
        o.NeedsIfMatch ? (await intruder.SendAsync(o, Body(o), ifMatch: null)).Fault(428, "@If-Match", "if-match-required") : null,
        o.NeedsIfMatch ? (await intruder.SendAsync(o, Body(o), ifMatch: "\"newest\"")).Fault(400, "@If-Match", "etag") : null,
    ]);

    [Theory, MemberData(nameof(Modules))]
    public Task A_query_that_cannot_be_read_is_refused_by_name(string module) => EachAsync(module, async (o, intruder) =>
    {
        var faults = new List<string?>();
        foreach (var query in o.Queries)
        {
            var (name, schema) = (query["name"]!.GetValue<string>(), o.Schemas.Resolve(query["schema"]!));
            if (name == "limit") foreach (var limit in (string[])["0", "201", "-1", "many"]) faults.Add((await At("limit", limit)).Fault(400, "?limit", "range"));
            else if (name == "cursor") faults.Add((await At("cursor", "not-a-cursor!")).Fault(400, "?cursor", null));
            else if (ApiSchemas.TypeOf(schema) is not "string" || schema["format"] is not null) faults.Add((await At(name, "neither")).Fault(400, $"?{name}", "parameter"));
        }
        return faults;

        Task<Refused> At(string name, string value) => intruder.SendAsync(o, null, path: $"{o.Concrete()}?{name}={Uri.EscapeDataString(value)}{Others(o, name)}");
    }, o => o.Method == "GET" && o.Path != "/v1/events");

    [Theory, MemberData(nameof(Modules))]
    public Task An_id_that_is_none_is_not_found(string module) => EachAsync(module, async (o, intruder) =>
        [(await intruder.SendAsync(o, Body(o), path: o.Concrete("not-an-id"))).Fault(404, null, null)], o => o.Concrete("not-an-id").Contains("not-an-id", StringComparison.Ordinal));

    [Theory, MemberData(nameof(Modules))]
    public async Task Nobody_calls_without_a_token_or_with_a_role_that_does_not_exist(string module)
    {
        await EachAsync(module, async (o, _) => [(await SendAs(region.Anonymous().Http, o)).Fault(401, "@Authorization", "token-required")], o => o.Roles.Count > 0);
        var nobody = region.As("fire", "nobody").Http;
        await EachAsync(module, async (o, _) => [(await SendAs(nobody, o)).Fault(403, null, null)], o => o.Roles.Count > 0);
    }

    private static string Others(ApiOperation o, string but) => string.Concat(o.Queries.Where(q => q["required"]?.GetValue<bool>() == true && q["name"]!.GetValue<string>() != but)
        .Select(q => $"&{q["name"]}={Uri.EscapeDataString(ValidBody.Of(o.Schemas, q["schema"]!, optionalToo: false).ToString())}"));

    private static string? Body(ApiOperation o) => o.Body is null ? null : ValidBody.Of(o.Schemas, o.Body, optionalToo: false).ToJsonString();

    private static async Task<Refused> SendAs(HttpClient http, ApiOperation o)
    {
        using var request = new HttpRequestMessage(new(o.Method), o.Concrete());
        request.Headers.TryAddWithoutValidation("Idempotency-Key", "k1");
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        using var answer = await http.SendAsync(request);
        return await Refused.ReadAsync(answer);
    }

    private async Task EachAsync(string module, Func<ApiOperation, Intruder, Task<IEnumerable<string?>>> attempt, Func<ApiOperation, bool>? where = null)
    {
        var intruder = new Intruder(region);
        var before = await intruder.RecordAsync();
        var faults = new List<string>();
        foreach (var operation in (await intruder.DocumentAsync(module)).Operations.Where(where ?? (_ => true)))
            faults.AddRange((await attempt(operation, intruder)).Where(f => f is not null).Select(f => $"{operation.Place} {f}"));
        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n{string.Join('\n', faults.Take(40))}");
        Assert.Equal(before, await intruder.RecordAsync());
    }
}
