using System.CommandLine;
using System.Text.Json.Nodes;
using Coordination.CommandLine.Desks;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Plans;

/// <summary><c>coord plan</c>: plans as files, into a region and out of it.</summary>
internal static class PlanCommands
{
    internal static Command Command() => new("plan", "Emergency plans as files: the starter library in plans/, and your own.") { List(), Check(), Import(), Export(), ExerciseCommands.Reviewed() };

    private static Command List() => Desk.Command("list", "Lists the region's plans, oldest first.", (_, desk, ct) => desk.ListAsync("/v1/plans", ct, Shown.PlanRow));

    private static Command Check()
    {
        var file = File();
        var command = new Command("check", "Checks the shape of a plan file and says whom it asks for. No region is needed.") { file };
        command.SetAction((parsed, ct) => Attempt.RunAsync(async () =>
        {
            var plan = await OpenAsync(parsed.GetRequiredValue(file), ct);
            Console.WriteLine(Language.Say($"{plan.Name}: {plan.Items} items in the checklist, no faults."));
            foreach (var (name, of) in plan.Asks) Console.WriteLine($"  --set {name}=CODE    {of}");
            return Exit.Good;
        }));
        return command;
    }

    private static Command Import()
    {
        var file = File();
        var area = new Option<string>("--jurisdiction") { Description = "The area code that the plan is for.", Required = true };
        var set = new Option<string[]>("--set") { Description = "NAME=CODE: the agency, venue or team that a placeholder of the file stands for.", AllowMultipleArgumentsPerToken = false };
        return Desk.Command("import", "Drafts a plan in the region from a file; another person approves it.", async (parsed, desk, ct) =>
        {
            var path = parsed.GetRequiredValue(file);
            var plan = await OpenAsync(path, ct);
            var codes = Codes(plan, parsed.GetValue(set) ?? []);
            var reply = await desk.PostAsync("/v1/plans", plan.Draft(parsed.GetRequiredValue(area), codes), ct);
            return reply.IsSuccess ? desk.Show(reply, Shown.PlanCard) : Desk.Refuse(reply, pointer => $"{path}:{plan.LineOf(pointer)}");
        }, file, area, set);
    }

    private static Command Export()
    {
        var id = new Argument<Guid>("ID") { Description = "The plan's id." };
        var number = new Option<int?>("--number") { Description = "Which version; the one in force when left out, or else the newest." };
        return Desk.Command("export", "Prints a plan as the file that gives it back.", async (parsed, desk, ct) =>
        {
            var plan = await desk.GetAsync($"/v1/plans/{parsed.GetValue(id)}", ct);
            if (!plan.IsSuccess) return Desk.Refuse(plan);
            var (content, refused) = await ContentAsync(desk, plan.Body!, parsed.GetValue(number), ct);
            if (content is null) return Desk.Refuse(refused!);
            await Console.Out.WriteAsync(PlanWriter.Write(plan.Body!, content));
            return Exit.Good;
        }, id, number);
    }

    private static async Task<(JsonNode? Content, Reply? Refused)> ContentAsync(Desk desk, JsonNode plan, int? number, CancellationToken ct)
    {
        if (number is null)
        {
            var version = await desk.GetAsync($"/v1/plan-versions/{plan["inForceVersionId"] ?? plan["newestVersionId"]}", ct);
            return version.IsSuccess ? (version.Body!["content"], null) : (null, version);
        }
        var versions = new List<JsonNode>();
        if (await desk.ReadAsync($"/v1/plan-versions?plan={plan["id"]}", versions, ct) is { } refused) return (null, refused);
        var wanted = versions.Find(v => v["number"]!.GetValue<int>() == number) ?? throw new RegionException(Language.Say($"The plan has no version {number}."));
        return (wanted["content"], null);
    }

    private static Dictionary<string, string> Codes(PlanFile plan, string[] set)
    {
        var codes = set.Select(s => s.Split('=', 2)).Select(p => p is [{ Length: > 0 }, { Length: > 0 }]
            ? p : throw new RegionException(Language.Say($"'{string.Join('=', p)}' is not like NAME=CODE."))).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        if (codes.Keys.Except(plan.Asks.Keys).FirstOrDefault() is { } unknown) throw new RegionException(Language.Say($"The plan does not ask for '{unknown}'."));
        var open = plan.Asks.Where(a => !codes.ContainsKey(a.Key)).Select(a => $"\n  --set {a.Key}=CODE    {a.Value}").ToList();
        return open.Count == 0 ? codes : throw new RegionException(Language.Say($"The plan asks for more: {string.Concat(open)}"));
    }

    /// <exception cref="RegionException">It is not there, or no plan; every fault is said with its line.</exception>
    private static async Task<PlanFile> OpenAsync(string file, CancellationToken ct)
    {
        var (plan, faults) = PlanReader.Read(file == "-" ? await Console.In.ReadToEndAsync(ct) : await System.IO.File.ReadAllTextAsync(file, ct));
        return plan ?? throw new RegionException(string.Join('\n', faults.Select(f => $"{file}:{f.Line}: {f.Says}")));
    }

    private static Argument<string> File() => new("FILE") { Description = "A plan, for example plans/en/flood-typhoon-drought.yaml; - for standard input." };
}
