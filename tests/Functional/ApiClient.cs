using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional;

/// <summary>Speaks to a region as one person or system, the way any HTTP client would.</summary>
public sealed class ApiClient
{
    private readonly HttpClient http;

    public ApiClient(Uri address, string? token)
    {
        http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) };
        if (token is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>The exercise every call names, or null.</summary>
    public Guid? Exercise { get; set; }

    public HttpClient Http => http;

    /// <summary>The same person in an exercise.</summary>
    public ApiClient In(Guid exercise)
    {
        Exercise = exercise;
        return this;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null, int? ifMatch = null, string? key = null) =>
        SendAsync(HttpMethod.Post, path, body, ifMatch, key ?? Guid.NewGuid().ToString());

    public Task<HttpResponseMessage> PutAsync(string path, object? body = null, int? ifMatch = null) => SendAsync(HttpMethod.Put, path, body, ifMatch);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, int? ifMatch = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is string raw) request.Content = new StringContent(raw, Encoding.UTF8, "application/json");
        else if (body is not null) request.Content = new StringContent(JsonSerializer.Serialize(body, Wire.Json), Encoding.UTF8, "application/json");
        if (key is not null) request.Headers.Add("Idempotency-Key", $"\"{key}\"");
        if (ifMatch is { } version) request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        if (Exercise is { } exercise) request.Headers.Add("Coordination-Exercise", exercise.ToString());
        return await http.SendAsync(request);
    }

    /// <summary>The body of a call that must succeed.</summary>
    public async Task<JsonElement> GetJsonAsync(string path)
    {
        using var response = await GetAsync(path);
        return await response.JsonAsync();
    }
}

public static class Answers
{
    /// <summary>The JSON of an answer that must be a success; otherwise the problem is the message.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri} gave {(int)response.StatusCode}: {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>The problem of an answer that must be refused with this status and rule.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage response, int status, string rule)
    {
        ArgumentNullException.ThrowIfNull(response);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"expected {status}, got {(int)response.StatusCode}: {text}");
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.Equal($"urn:coordination:problem:{rule}", problem.GetProperty("type").GetString());
        return problem;
    }
}
