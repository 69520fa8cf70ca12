using System.CommandLine;
using Microsoft.Data.Sqlite;

namespace Coordination.CommandLine.Audit;

/// <summary><c>coord audit verify PATH</c>: checks the hash chain of every journal in a copy of a data folder, without a region.</summary>
internal static class VerifyAudit
{
    internal static Command Command()
    {
        var path = new Argument<string>("PATH") { Description = "A copy of a region's data folder, or one of its .db files." };
        var command = new Command("verify", "Verifies the hash chains of a copied data folder, offline. Exit status 1 when a chain is broken, 2 when there is nothing to verify.") { path };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetRequiredValue(path), Console.Out, ct));
        return command;
    }

    internal static async Task<int> RunAsync(string path, TextWriter to, CancellationToken ct)
    {
        var files = Directory.Exists(path) ? Directory.GetFiles(path, "*.db", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList() : File.Exists(path) ? [path] : [];
        var journals = 0;
        var broken = false;
        foreach (var file in files)
        {
            var name = Directory.Exists(path) ? Path.GetRelativePath(path, file) : Path.GetFileName(file);
            try
            {
                if (await ChainCheck.OfAsync(file, ct) is not { } check) continue;
                journals++;
                broken |= check.Faults.Count > 0;
                foreach (var fault in check.Faults) await to.WriteLineAsync($"{name}: {fault}");
                if (check.Faults.Count == 0)
                    await to.WriteLineAsync(Language.Say($"{name}: {check.Sealed} events, chain whole, head {check.Head[..12]}") + (check.Waiting > 0 ? Language.Say($", {check.Waiting} waiting for a seal") : ""));
            }
            catch (SqliteException e)
            {
                broken = true;
                await to.WriteLineAsync(Language.Say($"{name}: the file is damaged: {e.Message}"));
            }
        }
        if (journals == 0 && !broken)
        {
            await to.WriteLineAsync(Language.Say($"There is no journal in {path}."));
            return Exit.Unable;
        }
        await to.WriteLineAsync(broken ? Language.Say($"BROKEN") : Language.Say($"VERIFIED {journals} journals"));
        return broken ? Exit.Bad : Exit.Good;
    }
}
