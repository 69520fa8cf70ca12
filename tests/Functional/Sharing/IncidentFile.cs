using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Contracts;
using Coordination.Tests.Functional.BadInput;
using Coordination.Tests.Functional.Command;

namespace Coordination.Tests.Functional.Sharing;

/// <summary>An incident with one of everything that may belong to it, by the name that its path has.</summary>
internal sealed record IncidentFile(Guid Incident, Guid Plan, IReadOnlyDictionary<string, Guid> Ids)
{
    /// <summary>Every operation of the matrix on something of an incident, with the path on what is here.</summary>
    internal IEnumerable<(ApiOperation Operation, string Path)> Operations =>
        from file in Directory.EnumerateFiles(SourceTree.At("contracts", "openapi"), "*.json")
        from operation in new ApiSchemas(JsonNode.Parse(File.ReadAllText(file))!).Operations
        where operation.Path.Contains("{id}", StringComparison.Ordinal) && Matrix.Rows.Any(r => r.Relation == "incident" && r.Method == operation.Method && r.Path == operation.Path)
        select (operation, operation.Concrete($"{Ids[operation.Path.Split('/')[2]]}"));

    /// <summary>Bodies that would make something new in the incident.</summary>
    internal IEnumerable<(string Path, object Body)> Makings =>
    [
        ("/v1/orders", new { incidentId = Incident, task = new { kind = "Rescue", instruction = "Boats", toAgency = "fire", addresseeKind = "Agency", addressee = "fire" } }),
        ("/v1/order-groups", ToMany(Incident)), ("/v1/notices", new { incidentId = Incident, text = "Drums", agencies = new[] { "water" } }),
        ("/v1/groups", new { incidentId = Incident, kind = "Medical" }), ("/v1/command-transfers", new { incidentId = Incident, toAgency = "harbour", reason = "Relief" }),
        ("/v1/activations", new { incidentId = Incident, planVersionId = Plan }), ("/v1/statements", PublicInformation.Desk.Words(Incident)),
        ("/v1/clarifications", new { claim = "The dam broke", incidentId = Incident, heardAt = "2010-07-27T11:00:00Z" }),
        ("/v1/reporting-duties", new { incidentId = Incident, kind = "DailyReport", agency = "harbour", tier = "County" }),
        ("/v1/response-levels", new { incidentId = Incident, level = "IV", matter = "Flood", measures = new[] { "Watch" }, expectedEnd = "2010-07-29T11:00:00Z" }),
    ];

    private static object ToMany(Guid incident) =>
        new { incidentId = incident, order = new { kind = "Rescue", instruction = "Boats", to = new[] { new { toAgency = "fire", addresseeKind = "Agency", addressee = "fire" } } } };

    /// <summary>The county's own incident: ordered, activated, grouped, handed over, counted, graded, told, investigated and reviewed. An accident, since no other is investigated.</summary>
    internal static async Task<IncidentFile> OpenAsync(Scene scene, Func<Task> quiet)
    {
        var incident = await scene.IncidentAsync("Transport");
        var path = $"/v1/incidents/{incident}";
        var now = await scene.NowAsync();
        var entry = await scene.OkAsync("county", $"{path}/casualties", new { counts = new[] { new { kind = "Dead", count = 31 } }, occurredAt = now, knownAt = now });
        var grade = (await scene.ReadAsync($"{path}/grades")).GetProperty("items")[0];
        var plan = await scene.PlanInForceAsync();
        var activation = await scene.OkAsync("county", "/v1/activations", new { incidentId = incident, planVersionId = plan.GetProperty("id").GetGuid() });
        var group = await scene.OkAsync("county", "/v1/groups", new { incidentId = incident, kind = "Rescue" });
        await scene.OkAsync("county", $"{path}/acting-command");
        var transfer = await scene.OkAsync("county", "/v1/command-transfers", new { incidentId = incident, toAgency = "city", reason = "BeyondCapacity" });
        var order = await scene.OkAsync("county", "/v1/orders", new { incidentId = incident, task = new { kind = "Rescue", instruction = "Boats", toAgency = "fire", addresseeKind = "Agency", addressee = "fire" } });
        var many = await scene.OkAsync("county", "/v1/order-groups", ToMany(incident));
        var notice = await scene.OkAsync("county", "/v1/notices", new { incidentId = incident, text = "Drums", agencies = new[] { "water" } });
        var duty = await scene.OkAsync("county", "/v1/reporting-duties", new { incidentId = incident, kind = "DailyReport", agency = "county", tier = "County" });
        var period = await scene.OkAsync("county", $"{path}/operational-periods", new { from = now, to = now.AddHours(12) });
        var acted = await scene.OkAsync("county", $"/v1/operational-periods/{Id(period)}/action-plans",
            new { objectives = new[] { new { text = "Nobody drowns", priority = "LifeSafety" } }, safety = "Two by two", assignments = Array.Empty<object>(), channels = Array.Empty<object>() }, roles: [Roles.DutyOfficer]);
        await scene.StepsAsync("/v1/action-plans", acted, ("county", "approve", null));
        var counted = await scene.OkAsync("county", $"{path}/head-counts", new { teams = new[] { new { agency = "county", team = "boat-1" } } });
        var round = (await scene.ReadAsync($"/v1/head-counts/{Id(counted)}/rounds")).GetProperty("items")[0];
        var objective = (await scene.ReadAsync($"{path}/objectives")).GetProperty("items")[0];
        await scene.StepsAsync("/v1/incidents", await scene.ReadAsync(path), ("county", "confirm", null), ("county", "activate", null), ("county", "stabilise", null), ("county", "end-response", null));
        await scene.StepsAsync("/v1/incidents", await scene.ReadAsync(path), ("county", "begin-recovery", null));
        var recovery = await scene.OkAsync("county", $"{path}/recovery-plans", new { goals = "As before", measures = new[] { "Build" } });
        await scene.StepsAsync("/v1/recovery-plans", recovery, ("county", "adopt", null));
        var rebuilt = await scene.OkAsync("county", $"{path}/recovery-tasks", new { sector = "Housing", text = "Build", agency = "county", dueAt = now.AddDays(300) });
        var investigation = await scene.OkAsync("county", $"{path}/investigations", new { });
        investigation = await scene.StepsAsync("/v1/investigations", investigation, ("county", "submit", new { reference = "7" }));
        await scene.OkAsync("county", $"/v1/investigations/{Id(investigation)}/reply", new { reference = "8", measures = new[] { new { text = "Sound the horn", agency = "county", dueAt = now.AddDays(300) } } }, investigation.GetProperty("version").GetInt32(), Roles.Approver);
        var measure = (await scene.ReadAsync($"/v1/investigations/{Id(investigation)}/measures")).GetProperty("items")[0];
        await scene.OkAsync("county", $"{path}/scene-entries", new { what = "Boat", reason = "Rescue", marks = "Paint", sketch = "1", recorder = "Police", movedAt = now });
        await quiet();
        var review = (await scene.ReadAsync($"/v1/reviews?incident={incident}")).GetProperty("items")[0];
        var statement = await scene.OkAsync("county", "/v1/statements", PublicInformation.Desk.Words(incident), roles: [Roles.PublicInformationOfficer]);
        var claim = await scene.OkAsync("county", "/v1/clarifications", new { claim = "The dam broke", incidentId = incident, heardAt = now }, roles: [Roles.PublicInformationOfficer]);
        return new(incident, plan.GetProperty("id").GetGuid(), new Dictionary<string, Guid>(StringComparer.Ordinal)
        {
            ["incidents"] = incident, ["informed-incidents"] = incident, ["facts"] = Id(entry), ["grades"] = Id(grade), ["activations"] = Id(activation), ["groups"] = Id(group),
            ["command-transfers"] = Id(transfer), ["orders"] = Id(order), ["order-groups"] = Id(many), ["notices"] = Id(notice), ["reporting-duties"] = Id(duty), ["reviews"] = Id(review), ["recovery-plans"] = Id(recovery), ["recovery-tasks"] = Id(rebuilt), ["investigations"] = Id(investigation), ["investigation-measures"] = Id(measure), ["operational-periods"] = Id(period), ["action-plans"] = Id(acted), ["objectives"] = Id(objective), ["head-counts"] = Id(counted), ["head-count-rounds"] = Id(round), ["statements"] = Id(statement), ["clarifications"] = Id(claim),
        });

        static Guid Id(JsonElement thing) => thing.GetProperty("id").GetGuid();
    }
}
