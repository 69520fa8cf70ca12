using System.Reflection;
using Coordination.Contracts.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>Runs one service, or several, in a process.</summary>
public static class ServiceHost
{
    /// <summary>
    /// Runs until SIGTERM or Ctrl-C. <c>--modules intake,resources@fire</c> names the instances; without it each module runs once.
    /// Exit status 0 after a clean stop, 1 when it could not start (one line on standard error says why), 2 for wrong arguments.
    /// </summary>
    /// <param name="args">The command line.</param>
    /// <param name="modules">What the program can run.</param>
    /// <param name="contracts">The assembly that carries the contracts of the whole region, where the program shows them.</param>
    public static async Task<int> RunAsync(string[] args, IReadOnlyList<ServiceModule> modules, Assembly? contracts = null)
    {
        try
        {
            var arguments = Arguments.Parse(args, modules);
            if (arguments.Help)
            {
                Console.WriteLine(Arguments.Usage(modules));
                return 0;
            }
            if (arguments.ApiFolder is { } folder) return await ApiEmitter.RunAsync(modules, folder);
            if (arguments.Issuer)
            {
                await using var issuer = await RunningIssuer.StartAsync(configuration: null, TestClock.OfProcess());
                await issuer.WaitForStopAsync();
                return 0;
            }
            await using var region = await RunningRegion.StartAsync(arguments, modules, configuration: null, TestClock.OfProcess(), contracts);
            await region.WaitForStopAsync();
            return 0;
        }
        catch (OperationCanceledException)
        {
            // Stopped while it was still waiting for its database.
            return 0;
        }
        catch (ArgumentException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
        catch (Exception e) when (e is StartFailedException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync($"Cannot start: {e.Message}");
            return 1;
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"Cannot start: {e.Message} Set ASPNETCORE_URLS to another address.");
            return 1;
        }
    }
}

/// <summary>The command line of a service process.</summary>
internal sealed record Arguments(IReadOnlyList<(string Service, string? Agency)> Instances, bool Help = false, string? ApiFolder = null, bool Issuer = false)
{
    /// <exception cref="ArgumentException">Says which argument is wrong.</exception>
    internal static Arguments Parse(IReadOnlyList<string> args, IReadOnlyList<ServiceModule> modules)
    {
        var named = new List<(string, string?)>();
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] is "--help" or "-h") return new([], Help: true);
            if (args[i] == "--issuer" && args.Count == 1) return new([], Issuer: true);
            if (args[i] == "--openapi" && i + 1 < args.Count) return new([], ApiFolder: args[i + 1]);
            if (args[i] != "--modules" || i + 1 == args.Count) throw new ArgumentException($"What is '{args[i]}'? {Usage(modules)}");
            named.AddRange(args[++i].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => Instance(n, modules)));
        }
        if (named.Count == 0) named.AddRange(modules.Select(m => (m.Name, (string?)null)));
        return named.Distinct().Count() == named.Count ? new(named) : throw new ArgumentException("--modules names an instance twice.");
    }

    internal static string Usage(IReadOnlyList<ServiceModule> modules) =>
        $"Usage: [--modules NAME[@AGENCY],…]   modules: {string.Join(", ", modules.Select(m => m.Name))}\n" +
        "       --issuer           runs the local issuer of tokens alone, on loopback, for trying\n" +
        "       --openapi FOLDER   writes the OpenAPI documents and ends\n" +
        "Environment: ASPNETCORE_URLS, COORDINATION_DATA, COORDINATION_REGION, COORDINATION_JURISDICTION, COORDINATION_AUTHORITY, COORDINATION_PROVIDERS.";

    private static (string, string?) Instance(string text, IReadOnlyList<ServiceModule> modules)
    {
        var parts = text.Split('@');
        if (parts.Length > 2 || modules.All(m => m.Name != parts[0])) throw new ArgumentException($"There is no module '{text}'. {Usage(modules)}");
        if (parts.Length == 2 && !Codes.IsName(parts[1])) throw new ArgumentException($"'{parts[1]}' is no agency: lower-case letters, digits and hyphens.");
        return (parts[0], parts.Length == 2 ? parts[1] : null);
    }
}
