using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional;

/// <summary>A whole region as its users see it. Scenarios are written against this, and run on every shape a region can have.</summary>
public abstract class Region
{
    /// <summary>Where it is reached.</summary>
    public abstract Uri Address { get; }

    /// <summary>A client that acts for an agency in some roles. Another subject is another person.</summary>
    public ApiClient As(string agency, params string[] roles) => AsPerson($"{agency}-{string.Join('-', roles)}", agency, roles);

    public ApiClient AsPerson(string subject, string agency, params string[] roles) => new(Address, Token(agency, roles, subject));

    public ApiClient Anonymous() => new(Address, null);

    /// <summary>Waits until every journal is sealed, every event taken, and no clock is overdue: twice in a row with the same heads.</summary>
    public async Task QuietAsync(Guid? exercise = null)
    {
        var reader = As("region", Roles.Operator);
        var services = (await Anonymous().GetJsonAsync("/v1/region")).GetProperty("services").EnumerateArray().Select(s => s.GetProperty("name").GetString()).ToList();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (string? before = null; ;)
        {
            var states = new List<JsonElement>();
            foreach (var service in services) states.Add(await reader.GetJsonAsync($"/v1/{service}/journal{(exercise is { } id ? $"?exercise={id}" : "")}"));
            var quiet = states.TrueForAll(IsQuiet) && (exercise is null || states.Select(s => s.GetProperty("exerciseVersion").GetInt32()).Distinct().Count() == 1);
            var heads = string.Join(',', states.Select(s => s.GetProperty("head").GetInt64()));
            if (quiet && heads == before) return;
            before = quiet ? heads : null;
            if (limit.IsCancellationRequested) throw new TimeoutException($"The region does not come to rest: {string.Join("; ", states)}");
            await Task.Delay(10);
        }
    }

    /// <summary>A token of the region's own issuer.</summary>
    protected abstract string Token(string agency, IReadOnlyList<string> roles, string subject);

    private static bool IsQuiet(JsonElement journal) => journal.GetProperty("unsealed").GetInt32() == 0 && journal.GetProperty("unpublished").GetInt64() == 0
        && journal.GetProperty("deferred").GetInt32() == 0 && journal.GetProperty("overdue").GetInt32() == 0;
}
