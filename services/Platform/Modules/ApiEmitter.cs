using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.OpenApi;

namespace Coordination.Platform;

/// <summary>Writes each module's OpenAPI document to a folder. It opens no database, key or port: the routes alone are built.</summary>
internal static class ApiEmitter
{
    internal static async Task<int> RunAsync(IReadOnlyList<ServiceModule> modules, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, json) in await AllAsync(modules))
        {
            var path = Path.Combine(folder, $"{name}.json");
            if (!File.Exists(path) || await File.ReadAllTextAsync(path) != json) await File.WriteAllTextAsync(path, json);
        }
        return 0;
    }

    /// <summary>Each module's document as text.</summary>
    internal static async Task<IReadOnlyDictionary<string, string>> AllAsync(IReadOnlyList<ServiceModule> modules)
    {
        var options = new RegionOptions("local", "none", "cn-default", "https://issuer.invalid", "http://127.0.0.1:0");
        var shared = new SharedParts(options, DataFolder.None, PackageReader.Read(options.Jurisdiction), new LocalBus(), new PeerDirectory(null, TimeProvider.System), new TokenTrust(options, null, TimeProvider.System),
            NullLoggerFactory.Instance, TimeProvider.System, new Stopping(CancellationToken.None));
        var documents = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var module in modules)
        {
            await using var app = ModuleApp.Build(module, new ServiceInstance(module.Name, null, options.Region), shared);
            await app.BuildRoutesAsync();
            var document = await app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(module.Name).GetOpenApiDocumentAsync();
            documents[module.Name] = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1) + "\n";
        }
        return documents;
    }
}
