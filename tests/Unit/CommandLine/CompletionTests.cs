using System.Diagnostics;
using Coordination.CommandLine;
using Coordination.CommandLine.Completion;
using Coordination.CommandLine.Help;

namespace Coordination.Tests.Unit.CommandLine;

/// <summary>The scripts in the shells that they are for: bash is everywhere; zsh and fish are asked where they are installed, as tests/run sees to.</summary>
public sealed class CompletionTests
{
    public static TheoryData<string, string> Questions => new()
    {
        { "inci", "incident" },
        { "incident ", "list show sitrep watch" },
        { "incident show --", "--json --exercise --help" },
        { "partner check --kind ", "webhook cap-feed edxl-rm" },
        { "order issue --instruction list --kind Resc", "Rescue" },
        { "login --role audi", "auditor" },
        { "completion z", "zsh" },
        { "offer ", "asks" },
        { "drill run --url http://127.0.0.1:1 --sp", "--speed" },
    };

    [Theory, MemberData(nameof(Questions))]
    public async Task Bash_completes(string typed, string words) => Holds(words, await AskBashAsync(typed));

    [Theory, MemberData(nameof(Questions))]
    public async Task Zsh_completes(string typed, string words) => Holds(words, await AskZshAsync(typed));

    [Theory, MemberData(nameof(Questions))]
    public async Task Fish_completes(string typed, string words) => Holds(words, await AskFishAsync(typed));

    [Fact]
    public async Task A_value_after_an_equals_sign_is_completed_in_bash() =>
        Holds("edxl-rm", await RunAsync("bash", $"{Script("bash")}\nCOMP_WORDS=(coord partner check --kind = edx); COMP_CWORD=5; _coord; echo \"${{COMPREPLY[@]}}\""));

    [Theory, InlineData("bash"), InlineData("zsh"), InlineData("fish")]
    public void No_command_is_forgotten(string shell)
    {
        var script = Script(shell);
        foreach (var words in CommandWords.Of(CommandRun.Root())) Assert.Contains($"\"{words.Path}\"", script.Replace('\'', '"'), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_has_an_example_and_every_example_is_a_call_that_coord_takes()
    {
        var root = CommandRun.Root();
        var called = HelpWithExamples.All().Select(e => root.Parse(HelpWithExamples.Arguments(e))).ToList();
        Assert.All(called, c => Assert.True(c.Errors.Count == 0, $"{string.Join(' ', c.Tokens)}: {string.Join("; ", c.Errors)}"));
        var exemplified = called.Select(c => c.CommandResult.Command).ToHashSet();
        string[] bare = [.. CommandWords.Of(root).Where(w => w.Commands.Count == 0).Select(w => w.Path).Where(p => !exemplified.Contains(root.Parse(p).CommandResult.Command))];
        Assert.Empty(bare);
    }

    private static void Holds(string words, string said) => Assert.Equal(words.Split(' ').Order(), said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Intersect(words.Split(' ')).Distinct().Order());

    private static string Script(string shell) => CompletionCommand.Script(shell, CommandRun.Root());

    /// <summary>COMP_WORDS as bash fills it, the word under the cursor last.</summary>
    private static Task<string> AskBashAsync(string typed) =>
        RunAsync("bash", $"{Script("bash")}\nCOMP_WORDS=({Words(typed)}); COMP_CWORD=$((${{#COMP_WORDS[@]}}-1)); _coord; echo \"${{COMPREPLY[@]}}\"");

    /// <summary>The functions of zsh's own completion give back what they were told.</summary>
    private static Task<string> AskZshAsync(string typed) => RunAsync("zsh", $$"""
        compdef() { : }; _files() { echo FILES }
        _describe() { local w name="${@[-1]}"; for w in "${(@P)name}"; do [[ "${w%%:*}" == "${words[CURRENT]}"* ]] && echo "${w%%:*}"; done; true }
        compadd() { local w; shift; for w in "$@"; do [[ "$w" == "${words[CURRENT]}"* ]] && echo "$w"; done; true }
        {{Script("zsh")}}
        words=({{Words(typed)}}); CURRENT=${#words}; _coord
        """);

    private static async Task<string> AskFishAsync(string typed) => string.Join('\n', (await RunAsync("fish", $"{Script("fish")}\ncomplete -C 'coord {typed}'")).Split('\n').Select(l => l.Split('\t')[0]));

    private static string Words(string typed) => string.Join(' ', $"coord {typed}".Split(' ').Select(w => $"'{w}'"));

    private static async Task<string> RunAsync(string shell, string script)
    {
        string[] bare = shell switch { "bash" => ["--norc"], "zsh" => ["-f"], _ => ["--no-config"] };
        using var process = Process.Start(new ProcessStartInfo(shell, [.. bare, "-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await wrong);
        return await said;
    }
}
