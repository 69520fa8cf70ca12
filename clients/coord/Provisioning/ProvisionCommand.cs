using System.CommandLine;
using System.Text.RegularExpressions;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Provisioning;

/// <summary><c>coord provision</c>: what each service instance needs in the database and at the broker, and each agency that takes events there, with passwords of their own. Running it again changes nothing.</summary>
internal static partial class ProvisionCommand
{
    internal static Command Command()
    {
        var database = new Option<string?>("--database") { Description = "Connection string of a PostgreSQL administrator, to the region's database." };
        var broker = new Option<Uri?>("--broker") { Description = "Management address of a RabbitMQ with an administrator's name and password: http://name:password@host:15672." };
        var amqp = new Option<string?>("--amqp") { Description = "Host and port of the broker as the services see it; by default the management address's host." };
        var instances = new Option<string>("--instances") { Description = "Service instances, separated by commas: intake,command,resources@fire.", Required = true };
        var agencies = new Option<string?>("--agencies") { Description = "Agencies that take their events by AMQP, separated by commas: each gets a virtual host, a queue and a user of its own at the broker." };
        var secrets = new Option<DirectoryInfo>("--secrets") { Description = "Folder that takes each instance's connection strings, readable by its owner only.", Required = true };
        var command = new Command("provision", "Makes what each service instance needs in the database and at the broker, with rights on its own alone.") { database, broker, amqp, instances, agencies, secrets };
        command.Validators.Add(parsed =>
        {
            foreach (var name in Split(parsed.GetValue(instances)).Where(n => !Instance().IsMatch(n)))
                parsed.AddError(Language.Say($"'{name}' is no instance: service, or service@agency, in lower-case letters, digits and hyphens."));
            foreach (var name in Split(parsed.GetValue(agencies)).Where(n => !AgencyProvision.IsName(n)))
                parsed.AddError(Language.Say($"'{name}' is no agency: lower-case letters, digits and hyphens, and not 'exercise'."));
            if (parsed.GetValue(agencies) is not null && parsed.GetValue(broker) is null) parsed.AddError(Language.Say($"--agencies needs --broker."));
        });
        command.SetAction((parsed, ct) => Attempt.RunAsync(async () =>
        {
            var (names, folder) = (Split(parsed.GetValue(instances)), parsed.GetRequiredValue(secrets).FullName);
            if (parsed.GetValue(database) is { } admin) await DatabaseProvision.RunAsync(admin, names, folder, ct);
            if (parsed.GetValue(broker) is { } management)
            {
                await BrokerProvision.ForRegion(management).RunAsync(names, folder, parsed.GetValue(amqp), ct);
                await new AgencyProvision(management).RunAsync(Split(parsed.GetValue(agencies)), folder, parsed.GetValue(amqp), ct);
            }
            Console.WriteLine(Language.Say($"{names.Length} instances are provisioned; their connection strings are in {folder}."));
            return Exit.Good;
        }));
        return command;
    }

    private static string[] Split(string? names) => (names ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex("^[a-z0-9-]{1,40}(@[a-z0-9-]{1,40})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Instance();
}
