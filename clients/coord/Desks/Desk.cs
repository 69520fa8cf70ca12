using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.CommandLine.Regions;
using Coordination.CommandLine.Sessions;
using Coordination.Contracts;

namespace Coordination.CommandLine.Desks;

/// <summary>A command's way to the region in the name of whoever is logged in, and how it shows what came back.</summary>
internal sealed class Desk
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Characters as they are: a Chinese text is sent in half of what its escapes would take.</summary>
    private static readonly JsonSerializerOptions Wide = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal Desk(RegionClient region, Session session, bool isJson, string? exercise) => (Region, Session, IsJson, Exercise) = (region, session, isJson, exercise);

    internal Session Session { get; }

    internal RegionClient Region { get; }

    /// <summary>True when what comes back is printed for pipes.</summary>
    internal bool IsJson { get; }

    private string? Exercise { get; }

    /// <summary>The agency whose books are opened: the one that is logged in.</summary>
    internal string Agency => Session.Agency ?? throw new RegionException(Language.Say($"coord login has not said which agency you work for: coord login --agency."));

    /// <summary>A command that works in somebody's name, with the options that all such commands have.</summary>
    internal static Command Command(string name, string description, Func<ParseResult, Desk, CancellationToken, Task<int>> work, params Symbol[] own)
    {
        var json = new Option<bool>("--json") { Description = "Prints the region's answer as it is, for pipes." };
        var exercise = new Option<Guid?>("--exercise") { Description = "Works in this exercise." };
        var command = new Command(name, description) { json, exercise };
        foreach (var symbol in own)
            if (symbol is Option option) command.Add(option);
            else command.Add((Argument)symbol);
        command.SetAction((parsed, ct) => Attempt.RunAsync(async () =>
        {
            var session = Session.Read() ?? Session.OfEnvironment() ?? throw new RegionException(Language.Say($"Nobody is logged in: coord login --agency NAME --role ROLE."));
            if (Environment.GetEnvironmentVariable("COORDINATION_URL") is { Length: > 0 } url) session = session with { Url = new Uri(url) };
            var region = RegionClient.At(session.Url, await Tokens.OfAsync(session, ct));
            return await work(parsed, new Desk(region, session, parsed.GetValue(json), parsed.GetValue(exercise)?.ToString()), ct);
        }));
        return command;
    }

    internal Task<Reply> GetAsync(string path, CancellationToken ct) => Region.SendAsync(null, "GET", path, null, null, Exercise, ct);

    /// <summary>A page instead of JSON, in the language of coord.</summary>
    internal Task<Reply> GetPageAsync(string path, CancellationToken ct, string mediaType = "text/html") => Region.SendAsync(null, "GET", path, null, null, Exercise, ct, mediaType);

    internal Task<Reply> PostAsync(string path, JsonNode? body, CancellationToken ct, string? ifMatch = null) =>
        Region.SendAsync(null, "POST", path, body is null ? null : Sent(body), ifMatch, Exercise, ct);

    /// <summary>A table instead of JSON.</summary>
    internal Task<Reply> PostTableAsync(string path, string csv, CancellationToken ct) => Region.SendAsync(null, "POST", path, csv, null, Exercise, ct, mediaType: "text/csv");

    /// <summary>Copies a table as it comes; what the region said instead, where it gives none.</summary>
    internal Task<Reply?> CopyTableAsync(string path, Stream to, CancellationToken ct) => Region.CopyAsync(path, "text/csv", Exercise, to, ct);

    internal static string Sent(JsonNode body) => body.ToJsonString(Wide);

    /// <summary>Changes the newest version of a thing.</summary>
    internal async Task<Reply> ChangeAsync(string thing, string verb, JsonNode? body, CancellationToken ct)
    {
        var newest = await GetAsync(thing, ct);
        return newest.IsSuccess ? await PostAsync($"{thing}/{verb}", body, ct, newest.ETag) : newest;
    }

    /// <summary>Prints an answer: as JSON, or the named members, a line each. A refusal is said with each field and rule.</summary>
    internal int Show(Reply reply, params string[] members)
    {
        if (!reply.IsSuccess) return Refuse(reply);
        if (IsJson) Console.WriteLine(reply.Body?.ToJsonString(Indented));
        else Answers.Card(reply.Body, members);
        return Exit.Good;
    }

    /// <summary>Prints a page as it came.</summary>
    internal static int Print(Reply page)
    {
        if (!page.IsSuccess) return Refuse(page);
        Console.Write(page.Body?.GetValue<string>());
        return Exit.Good;
    }

    /// <summary>Prints all things of a list as a table or as one JSON array.</summary>
    internal async Task<int> ListAsync(string path, CancellationToken ct, params string[] members)
    {
        var items = new List<JsonNode>();
        if (await ReadAsync(path, items, ct) is { } refused) return Refuse(refused);
        var list = new JsonArray([.. items.Select(i => i.DeepClone())]);
        if (IsJson) Console.WriteLine(list.ToJsonString(Indented));
        else Answers.Table(list, members);
        return Exit.Good;
    }

    /// <summary>Adds all things of a list, page after page; what the region said instead, where it gives none.</summary>
    internal async Task<Reply?> ReadAsync(string path, List<JsonNode> items, CancellationToken ct)
    {
        for (string? cursor = null; ;)
        {
            var page = await GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=100{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}", ct);
            if (!page.IsSuccess) return page;
            items.AddRange((page.Body?["items"] as JsonArray ?? []).Select(i => i!));
            if ((cursor = page.Body?["next"]?.GetValue<string>()) is null) return null;
            Terminal.Progress(Language.Say($"{items.Count} read"));
        }
    }

    /// <param name="reply">A refusal.</param>
    /// <param name="place">Where somebody finds what a pointer points at, when that is not the body itself.</param>
    internal static int Refuse(Reply reply, Func<string, string>? place = null)
    {
        var problem = reply.Body as JsonObject;
        Console.Error.WriteLine(Translated(reply.Rule) ?? problem?["detail"]?.ToString() ?? Language.Say($"The region answered {reply.Status}."));
        foreach (var error in problem?["errors"] as JsonArray ?? []) Console.Error.WriteLine($"  {Place($"{error?["pointer"]}")}: {error?["rule"]}: {Translated(error?["rule"]) ?? error?["detail"]?.ToString()}");
        return Exit.Bad;

        string Place(string pointer) => place is null ? pointer : $"{place(pointer)}: {pointer}";
    }

    /// <summary>The region explains itself in English; what each rule means is in the contracts in Chinese too.</summary>
    internal static string? Translated(object? rule) => Language.IsChinese ? ProblemTitles.InChinese($"{rule}") : null;
}
