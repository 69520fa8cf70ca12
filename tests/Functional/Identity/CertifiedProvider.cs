using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Coordination.Tests.Functional.Identity;

/// <summary>npm's oidc-provider, which the OpenID Foundation has certified, as a process.</summary>
internal sealed class CertifiedProvider : IAsyncDisposable
{
    private readonly Process process;

    private CertifiedProvider(Process process, string address) => (this.process, Address) = (process, address);

    internal string Address { get; }

    internal static async Task<CertifiedProvider> StartAsync(string address)
    {
        var folder = Folder();
        var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(folder, "provider.js"), $"{new Uri(address).Port}"])
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        node.ErrorDataReceived += (_, _) => { };
        node.BeginErrorReadLine();
        var provider = new CertifiedProvider(node, address);
        await provider.HearAsync("ready");
        return provider;
    }

    /// <summary>Signs with a new key from here on, and tells nobody.</summary>
    internal async Task RotateAsync()
    {
        await process.StandardInput.WriteLineAsync("rotate");
        await HearAsync("rotated");
    }

    /// <summary>A token by client credentials, as an agency's system gets it.</summary>
    internal async Task<string> TokenAsync()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Address}/token");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes("fire-cad:only-for-this-test")));
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["scope"] = "reports", ["resource"] = "urn:coordination" });
        using var answer = await http.SendAsync(request);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("access_token").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task HearAsync(string word)
    {
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (line == word) return;
        throw new InvalidOperationException("oidc-provider ended; tests/run installs it: npm ci --prefix tests/Functional/Identity/provider");
    }

    private static string Folder()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Coordination.sln"))) at = Path.GetDirectoryName(at)!;
        return Path.Combine(at, "tests", "Functional", "Identity", "provider");
    }
}
