using Coordination.Host;
using Coordination.Platform;
using Microsoft.Extensions.Configuration;

namespace Coordination.Tests.Functional.Storage;

/// <summary>What replicas of some instances share, their databases and the key; besides each has a folder of its own.</summary>
internal sealed class Replicas(params IReadOnlyList<string> instances)
{
    private readonly string folder = Directory.CreateTempSubdirectory("replicas").FullName;

    internal async Task ProvisionAsync()
    {
        await Provisioned.MakeAsync(instances, folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, "key"), new byte[32]);
    }

    /// <summary>One process with all the instances.</summary>
    /// <param name="name">The replica's own.</param>
    /// <param name="setting">One thing more that it is told.</param>
    /// <param name="value">What.</param>
    internal Task<RunningRegion> StartAsync(string name, string setting, string value) => RunningRegion.StartAsync(
        Arguments.Parse(["--modules", string.Join(',', instances)], RegionModules.All), RegionModules.All, new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["COORDINATION_DATA"] = Path.Combine(folder, name),
            ["COORDINATION_DATABASE_FILE"] = Path.Combine(folder, "{instance}.database"),
            ["COORDINATION_KEY_FILE"] = Path.Combine(folder, "key"),
            ["COORDINATION_REGION"] = "test",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            [setting] = value,
        }).Build(), TimeProvider.System);

    internal void Delete() => Directory.Delete(folder, recursive: true);
}
