using Coordination.Host;

namespace Coordination.Tests.Functional.BadInput;

/// <summary>Every operation of every OpenAPI document refuses a wrong body by pointer and rule. A new endpoint is covered by itself.</summary>
public sealed class BadBodyTests(EmbeddedRegion region) : IClassFixture<EmbeddedRegion>
{
    public static TheoryData<string> Modules => [.. RegionModules.All.Select(m => m.Name)];

    [Theory, MemberData(nameof(Modules))]
    public Task A_wrong_member_is_refused_by_pointer_and_rule(string module) => EachAsync(module, async (intruder, operation, faults) =>
    {
        foreach (var wrong in WrongBody.Of(operation))
            if ((await intruder.SendAsync(operation, wrong.Body.ToJsonString())).Fault(400, wrong.Pointer, wrong.Rule) is { } fault)
                faults.Add($"{operation.Place} {wrong.Pointer} {wrong.Rule} {fault}");
    });

    [Theory, MemberData(nameof(Modules))]
    public Task What_is_not_one_json_object_of_modest_depth_is_refused(string module) => EachAsync(module, async (intruder, operation, faults) =>
    {
        foreach (var (name, body) in NotJson())
            if ((await intruder.SendAsync(operation, body)).Fault(400, "", "json") is { } fault) faults.Add($"{operation.Place} {name} {fault}");
        if (operation.NeedsBody && (await intruder.SendAsync(operation, "")).Fault(400, "", "body-required") is { } empty) faults.Add($"{operation.Place} empty {empty}");
        if ((await intruder.SendAsync(operation, "<a/>", type: "application/xml")).Fault(415, null, null) is { } xml) faults.Add($"{operation.Place} xml {xml}");
    });

    [Theory, MemberData(nameof(Modules))]
    public Task A_body_over_one_mebibyte_is_refused(string module) => EachAsync(module, async (intruder, operation, faults) =>
    {
        if ((await intruder.SendAsync(operation, new string(' ', (1024 * 1024) + 1))).Fault(413, "", "body-too-large") is { } fault) faults.Add($"{operation.Place} {fault}");
    });

    private static IEnumerable<(string Name, string Body)> NotJson() =>
    [
        ("broken", "{\"a\":"), ("two values", "{} {}"), ("comment", "{/* */}"), ("trailing comma", "{\"a\":1,}"), ("single quotes", "{'a':1}"), ("NaN", "{\"a\":NaN}"),
        ("deep", string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40)), ("deep array", new string('[', 10_000)),
        ("twice", "{\"a\":1,\"a\":2}"),
    ];

    private async Task EachAsync(string module, Func<Intruder, ApiOperation, List<string>, Task> attempt)
    {
        var intruder = new Intruder(region);
        var before = await intruder.RecordAsync();
        var faults = new List<string>();
        foreach (var operation in (await intruder.DocumentAsync(module)).Operations.Where(o => o.Body is not null)) await attempt(intruder, operation, faults);
        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n{string.Join('\n', faults.Take(40))}");
        Assert.Equal(before, await intruder.RecordAsync());
    }
}
