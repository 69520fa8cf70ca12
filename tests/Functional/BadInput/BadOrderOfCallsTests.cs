using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Host;

namespace Coordination.Tests.Functional.BadInput;

/// <summary>Creates what can be created from the document alone, then calls everything on it out of order, stale and twice.</summary>
public sealed class BadOrderOfCallsTests(EmbeddedRegion region) : IClassFixture<EmbeddedRegion>
{
    public static TheoryData<string> Modules => [.. RegionModules.All.Select(m => m.Name)];

    [Theory, MemberData(nameof(Modules))]
    public async Task Calls_out_of_order_stale_or_replayed_with_another_body_change_nothing(string module)
    {
        var intruder = new Intruder(region);
        var operations = (await intruder.DocumentAsync(module)).Operations.ToList();
        var faults = new List<string>();
        foreach (var create in operations.Where(o => o is { Method: "POST", NeedsIfMatch: false, Body: not null } && !o.Path.Replace("{agency}", "", StringComparison.Ordinal).Contains('{', StringComparison.Ordinal)))
        {
            var key = Guid.NewGuid().ToString();
            var body = ValidBody.Of(create.Schemas, create.Body!, optionalToo: false);
            var path = create.Concrete();
            var made = await intruder.SendAsync(create, body.ToJsonString(), key, path: path);
            if ((int)made.Status >= 500) faults.Add($"{create.Place} gave {(int)made.Status}: {made.Text}");
            if (!made.IsSuccess) continue;
            var again = await intruder.SendAsync(create, body.ToJsonString(), key, path: path);
            if (again.Text != made.Text || again.Status != made.Status) faults.Add($"{create.Place} answers a replay differently");
            if ((await intruder.SendAsync(create, $" {body.ToJsonString()}", key, path: path)).Fault(422, "@Idempotency-Key", "idempotency-key-reused") is { } reused) faults.Add($"{create.Place} {reused}");
            if (JsonNode.Parse(made.Text) is JsonObject view && view["id"]?.GetValueKind() == JsonValueKind.String && view["id"]!.GetValue<string>() is { } id)
                await OnAsync(intruder, create.Path, id, operations, faults);
        }
        Assert.True(faults.Count == 0, $"{faults.Count} faults:\n{string.Join('\n', faults.Take(30))}");
    }

    private static async Task OnAsync(Intruder intruder, string collection, string id, List<ApiOperation> operations, List<string> faults)
    {
        if (operations.Find(o => o.Method == "GET" && o.Path == $"{collection}/{{id}}") is not { } read) return;
        var path = read.Concrete(id);
        foreach (var step in operations.Where(o => o.Method is "POST" or "PUT" && o.Path.StartsWith($"{collection}/{{id}}/", StringComparison.Ordinal)))
        {
            var body = step.Body is null ? null : ValidBody.Of(step.Schemas, step.Body, optionalToo: false).ToJsonString();
            var before = await intruder.SendAsync(read, null, path: path);
            if (!before.IsSuccess) return;
            if (step.NeedsIfMatch)
            {
                var stale = await intruder.SendAsync(step, body, ifMatch: "\"9999\"", path: step.Concrete(id));
                if (stale.IsSuccess || (int)stale.Status >= 500) faults.Add($"{step.Place} stale gave {(int)stale.Status} {stale.Text}");
                if ((await intruder.SendAsync(read, null, path: path)).State != before.State) faults.Add($"{step.Place} stale changed something");
            }
            var tried = await intruder.SendAsync(step, body, ifMatch: before.ETag ?? "\"1\"", path: step.Concrete(id));
            if (tried.IsSuccess) continue;
            if (tried.Fault((int)tried.Status, null, null) is { } fault || (int)tried.Status is < 400 or >= 500) faults.Add($"{step.Place} gave {(int)tried.Status} {tried.Text}");
            if ((await intruder.SendAsync(read, null, path: path)).State != before.State) faults.Add($"{step.Place} was refused with {(int)tried.Status} and changed something");
        }
    }
}
