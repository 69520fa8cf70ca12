using Coordination.CommandLine.Provisioning;

namespace Coordination.Tests.Functional.Storage;

/// <summary>Instances as <c>coord provision</c> leaves them: each one's own connection string.</summary>
internal static class Provisioned
{
    internal static async Task<IReadOnlyDictionary<string, string>> MakeAsync(IReadOnlyList<string> instances, string? folder = null)
    {
        var secrets = folder ?? Directory.CreateTempSubdirectory("secrets").FullName;
        try
        {
            await DatabaseProvision.RunAsync((await PrivatePostgres.ServerAsync()).AdminConnection, instances, secrets, CancellationToken.None);
            var made = new Dictionary<string, string>();
            foreach (var instance in instances) made[instance] = await File.ReadAllTextAsync(Path.Combine(secrets, $"{instance}.database"));
            return made;
        }
        finally
        {
            if (folder is null) Directory.Delete(secrets, recursive: true);
        }
    }
}
