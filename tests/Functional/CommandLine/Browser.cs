using System.Net;
using System.Text.RegularExpressions;

namespace Coordination.Tests.Functional.CommandLine;

/// <summary>A person at a browser: follows where pages send, keeps cookies, fills forms in and sends them, until a page has none.</summary>
internal sealed partial class Browser(params (string Name, string Value)[] answers) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }) { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>The last page.</summary>
    internal async Task<string> GoAsync(Uri address)
    {
        var answer = await http.GetAsync(address);
        for (var steps = 0; steps < 20; steps++)
        {
            var page = await answer.Content.ReadAsStringAsync();
            if ((int)answer.StatusCode is >= 300 and < 400) answer = await http.GetAsync(address = new Uri(address, answer.Headers.Location!));
            else if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{address}: {answer.StatusCode} {page}");
            else if (Form().Match(page) is { Success: true } form)
            {
                var given = Hidden().Matches(page).Select(m => (Name: m.Groups["name"].Value, Value: WebUtility.HtmlDecode(m.Groups["value"].Value)));
                address = new Uri(address, WebUtility.HtmlDecode(form.Groups["action"].Value));
                answer = await http.PostAsync(address, new FormUrlEncodedContent(given.Concat(answers.Where(a => page.Contains($"name=\"{a.Name}\"", StringComparison.Ordinal))).Select(a => KeyValuePair.Create(a.Name, a.Value))));
            }
            else return page;
        }
        throw new InvalidOperationException($"No end of pages at {address}.");
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex(@"<form[^>]*\baction=""(?<action>[^""]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"<input type=""hidden"" name=""(?<name>[^""]*)"" value=""(?<value>[^""]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();
}
