using System.CommandLine;
using System.Text.RegularExpressions;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Provisioning;

/// <summary><c>coord provision</c>: what each service instance needs in the database and at the broker, with passwords of its own. Running it again changes nothing.</summary>
internal static partial class ProvisionCommand
{
    internal static Command Command()
    {
        var database = new Option<string?>("--database") { Description = "Connection string of a PostgreSQL administrator, to the region's database." };
        var broker = new Option<Uri?>("--broker") { Description = "Management address of a RabbitMQ with an administrator's name and password: http://name:password@host:15672." };
        var amqp = new Option<string?>("--amqp") { Description = "Host and port of the broker as the services see it; by default the management address's host." };
        var instances = new Option<string>("--instances") { Description = "Service instances, separated by commas: intake,command,resources@fire.", Required = true };
        var secrets = new Option<DirectoryInfo>("--secrets") { Description = "Folder that takes each instance's connection strings, readable by its owner only.", Required = true };
        var command = new Command("provision", "Makes what each service instance needs in the database and at the broker, with rights on its own alone.") { database, broker, amqp, instances, secrets };
        command.Validators.Add(parsed =>
        {
            foreach (var name in Split(parsed.GetValue(instances)).Where(n => !Instance().IsMatch(n)))
                parsed.AddError(Language.Say($"'{name}' is no instance: service, or service@agency, in lower-case letters, digits and hyphens."));
        });
        command.SetAction((parsed, ct) => Attempt.RunAsync(async () =>
        {
            var (names, folder) = (Split(parsed.GetValue(instances)), parsed.GetRequiredValue(secrets).FullName);
            if (parsed.GetValue(database) is { } admin) await DatabaseProvision.RunAsync(admin, names, folder, ct);
            if (parsed.GetValue(broker) is { } management) await BrokerProvision.ForRegion(management).RunAsync(names, folder, parsed.GetValue(amqp), ct);
            Console.WriteLine(Language.Say($"{names.Length} instances are provisioned; their connection strings are in {folder}."));
            return Exit.Good;
        }));
        return command;
    }

    private static string[] Split(string? names) => (names ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex("^[a-z0-9-]{1,40}(@[a-z0-9-]{1,40})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Instance();
}
