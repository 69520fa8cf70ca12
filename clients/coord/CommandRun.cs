using System.CommandLine;
using Coordination.CommandLine.Audit;
using Coordination.CommandLine.Catalogues;
using Coordination.CommandLine.Completion;
using Coordination.CommandLine.Deferred;
using Coordination.CommandLine.Desks;
using Coordination.CommandLine.Drills;
using Coordination.CommandLine.Help;
using Coordination.CommandLine.Partners;
using Coordination.CommandLine.Plans;
using Coordination.CommandLine.Provisioning;
using Coordination.CommandLine.Regions;
using Coordination.CommandLine.Sandbox;
using Coordination.CommandLine.Sessions;
using Coordination.CommandLine.Up;
using Coordination.Contracts;

namespace Coordination.CommandLine;

/// <summary>One run of <c>coord</c>: what is wrong with its arguments, its files or the way to the region is said in a line, and the exit status is 2.</summary>
internal static class CommandRun
{
    internal static async Task<int> RunAsync(string[] args, TextWriter error)
    {
        Language.IsFixed = args.Contains("--json");
        var root = Root();
        if (Language.IsChinese) Language.Translate(root);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var fault in parsed.Errors.Select(e => e.Message).Distinct()) await error.WriteLineAsync(fault);
            await error.WriteLineAsync(Language.Say($"See coord --help, or --help after a command."));
            return Exit.Unable;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(2), EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException e) when (e.InnerException is not TimeoutException)
        {
            return Exit.Stopped;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or HttpRequestException)
        {
            await error.WriteLineAsync(e.Message);
            return Exit.Unable;
        }
    }

    internal static RootCommand Root()
    {
        var root = Commands();
        HelpWithExamples.AddTo(root);
        // Wherever a role is asked for, those that there are are offered.
        foreach (var roles in Language.Symbols(root).OfType<Option<string[]>>().Where(o => o.Name == "--role")) roles.CompletionSources.Add([.. Roles.All]);
        return root;
    }

    private static RootCommand Commands() => new("coord: works with a region from the command line, over its public API alone.")
    {
        new Command("drill", "Exercises as data.") { RunDrill.Command(), CheckDrill.Command(), MutateDrill.Command(), ExerciseCommands.List(), ExerciseCommands.Results() },
        new Command("audit", "The record that nobody can quietly change.") { VerifyAudit.Command(), RecordCommands.Timeline(), RecordCommands.Findings(), RecordCommands.Accesses() },
        new Command("events", "The region's event log.") { TailEvents.Command() },
        Login.Command(),
        FileCommands.Report(),
        MessageCommands.Command(),
        IncidentCommands.Command(),
        OrderCommands.Command(),
        NoticeCommands.Command(), RecoveryCommands.Command(), InvestigationCommands.Command(), PeriodCommands.Command(), PeriodCommands.Objective(), HeadCountCommands.Command(),
        MeetingCommands.Command(), StandingDutyCommands.Command(), TrainingCommands.Command(), PreparednessCommands.Reach(), PreparednessCommands.Programme(),
        FileCommands.Request(),
        FileCommands.Offer(),
        FileCommands.Alert(),
        CatalogueCommands.Command(),
        PlanCommands.Command(),
        CaseCommands.Command(),
        DeferredCommands.Command(),
        UpCommand.Command(),
        ProvisionCommand.Command(),
        ShowStatus.Command(),
        Doctor.Command(),
        PartnerCommand.Command(),
        SandboxCommand.Command(),
        GetToken.Command(),
        CompletionCommand.Command(),
    };
}
