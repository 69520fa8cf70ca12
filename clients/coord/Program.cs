using System.CommandLine;
using Coordination.CommandLine.Audit;
using Coordination.CommandLine.Deferred;
using Coordination.CommandLine.Drills;
using Coordination.CommandLine.Provisioning;
using Coordination.CommandLine.Regions;
using Coordination.CommandLine.Up;

var root = new RootCommand("coord: works with a region from the command line, over its public API alone.")
{
    new Command("drill", "Exercises as data.") { RunDrill.Command(), CheckDrill.Command(), MutateDrill.Command() },
    new Command("audit", "The record that nobody can quietly change.") { VerifyAudit.Command() },
    new Command("events", "The region's event log.") { TailEvents.Command() },
    DeferredCommands.Command(),
    UpCommand.Command(),
    ProvisionCommand.Command(),
    ShowStatus.Command(),
    GetToken.Command(),
};
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(2) });
