using Coordination.CommandLine.Yaml;
using Coordination.Contracts.Events;

namespace Coordination.CommandLine.Drills;

/// <summary>What a drill file must hold to before it is played: everything named exists, and every expectation can be made to fail.</summary>
internal sealed class DrillRules
{
    private static readonly string[] RequiredCanaries = ["name", "phone", "identity"];
    private readonly Drill drill;
    private readonly Faults faults;
    private readonly HashSet<string> known = [], acted = [], canaries = [], calls = [], remembered = [];
    private readonly HashSet<string> promised = [], promisedCalls = [];
    private bool isPending;

    private DrillRules(Drill drill, Faults faults) => (this.drill, this.faults) = (drill, faults);

    internal static void Check(Drill drill, Faults faults)
    {
        var rules = new DrillRules(drill, faults);
        foreach (var step in drill.Steps) rules.Check(step);
        foreach (var canary in RequiredCanaries.Where(c => !drill.Canaries.ContainsKey(c))) faults.Add(1, Language.Say($"The drill has no canary '{canary}'."));
        foreach (var canary in drill.Canaries.Keys.Where(c => !rules.canaries.Contains(c))) faults.Add(1, Language.Say($"Nothing carries the canary '{canary}'."));
        foreach (var actor in drill.Actors.Values.Where(a => !rules.acted.Contains(a.Name))) faults.Add(actor.Line, Language.Say($"Actor {actor.Name} does nothing."));
    }

    private void Check(Step step)
    {
        foreach (var set in step.Remember)
        {
            foreach (var view in set.Views) Check(view, null);
            if (!remembered.Add(set.Name)) faults.Add(set.Line, Language.Say($"'{set.Name}' is remembered twice."));
        }
        foreach (var call in step.Calls)
        {
            Check(call, call.Each);
            if (!calls.Add(call.Id)) faults.Add(call.Line, Language.Say($"Two calls have the id '{call.Id}'."));
            Learn(call);
        }
        foreach (var expectation in step.Expectations) Check(step, expectation);
        isPending = true;
        foreach (var pending in step.Pending) Check(step, pending);
        isPending = false;
    }

    /// <summary>What is pending may rest on what is pending before it; what is played never does.</summary>
    private void Check(Step step, Pending pending)
    {
        if (pending.Call is { } call)
        {
            Check(call, call.Each);
            if (calls.Contains(call.Id) || !promisedCalls.Add(call.Id)) faults.Add(call.Line, Language.Say($"Two calls have the id '{call.Id}'."));
            Learn(call);
        }
        if (pending.Expectation is { } expectation) Check(step, expectation);
    }

    private void Learn(Call call)
    {
        if (call.Keep is not { } name) return;
        var names = Expand(name, call.Each).ToList();
        if (call.Each is not null && names.Count == 1 && call.Each.Values.Count > 1) faults.Add(call.Line, Language.Say($"'{name}' would be kept over and over: put {{{{{call.Each.Variable}}}}} into the name."));
        foreach (var one in names) Learn(one, call.Line);
    }

    private void Learn(string name, int line)
    {
        if (name.Contains('.', StringComparison.Ordinal) || name is "now" or "t0" or "exercise" or "canary") faults.Add(line, Language.Say($"'{name}' cannot be the name of something kept."));
        (isPending ? promised : known).Add(name);
    }

    private void Check(Step step, Expectation expectation)
    {
        var line = expectation.Line;
        foreach (var call in expectation.Mutant) Check(call, call.Each);
        if (expectation.Cause is { } cause && !calls.Contains(cause) && !(isPending && promisedCalls.Contains(cause))) faults.Add(line, Language.Say($"No call before has the id '{cause}'."));
        if (expectation.Cause is null && expectation.Mutant.Count == 0 && step.Calls.Count == 0 && !isPending)
            faults.Add(line, Language.Say($"What causes this? Name the call ('cause'), or what would make it fail ('mutant')."));
        switch (expectation)
        {
            case ViewExpectation view:
                Check(view.View, expectation.Each);
                break;
            case ClockExpectation clock:
                if (!Enum.IsDefined(typeof(ClockState), clock.State)) faults.Add(line, Language.Say($"No clock is ever '{clock.State}'."));
                if (clock.Of is { } of) References(Values.References(of), line, expectation.Each);
                if (clock.Times.Count == 0) faults.Add(line, Language.Say($"A clock is expected with at least one of its times."));
                break;
            case EventExpectation e:
                if (e.Type.Split('.') is not [_, _, ['v', _, ..]]) faults.Add(line, Language.Say($"'{e.Type}' is not an event type."));
                if (e.Count == 0 && e.Mutant.Count == 0) faults.Add(line, Language.Say($"That something is absent proves nothing unless a 'mutant' can bring it about."));
                References(Values.References(e.Subject ?? "").Concat(e.Where.SelectMany(w => Values.References(w.Expected))), line, expectation.Each);
                Paths(e.Where);
                break;
            case SameExpectation same:
                if (!remembered.Contains(same.Name)) faults.Add(line, Language.Say($"Nothing was remembered as '{same.Name}'."));
                if (same.Mutant.Count == 0) faults.Add(line, Language.Say($"That something stays the same proves nothing unless a 'mutant' can change it."));
                break;
        }
    }

    private void Check(Call call, Each? each)
    {
        foreach (var actor in Expand(call.Actor, each))
        {
            if (!drill.Actors.ContainsKey(actor)) faults.Add(call.Line, Language.Say($"There is no actor '{actor}'."));
            acted.Add(actor);
        }
        References(
            Values.References(call.Path).Concat(Values.References(call.Body)).Concat(Values.References(call.Raw ?? "")).Concat(Values.References(call.IfMatch ?? ""))
                .Concat(call.Answer.Members.SelectMany(m => Values.References(m.Path).Concat(Values.References(m.Expected)))), call.Line, each);
        Paths(call.Answer.Members);
    }

    private void Paths(IEnumerable<Member> members)
    {
        foreach (var member in members.Where(m => !m.Path.StartsWith('/'))) faults.Add(member.Line, Language.Say($"The path '{member.Path}' must begin with a slash."));
    }

    private void References(IEnumerable<string> expressions, int line, Each? each)
    {
        foreach (var expression in expressions.SelectMany(e => Expand(e, each)))
        {
            var root = expression.Split('.')[0];
            if (root == "canary")
            {
                if (!isPending) canaries.Add(expression["canary".Length..].TrimStart('.'));
                if (!drill.Canaries.ContainsKey(expression["canary".Length..].TrimStart('.'))) faults.Add(line, Language.Say($"There is no '{expression}'."));
            }
            else if (root != "exercise" && root != each?.Variable && !known.Contains(root) && !(isPending && promised.Contains(root)) && !Values.IsMoment(expression, out _))
            {
                faults.Add(line, Language.Say($"Nothing before keeps '{root}'."));
            }
        }
    }

    /// <summary>A placeholder inside a placeholder, or in the name of an actor, stands for each value in turn.</summary>
    private IEnumerable<string> Expand(string text, Each? each)
    {
        if (each is null || !text.Contains("{{", StringComparison.Ordinal) || text.Split('.')[0] is var root && known.Contains(root)) return [text];
        var values = new Values(drill);
        return each.Values.Select(v =>
        {
            values.Keep(each.Variable, v);
            return values.Fill(text);
        });
    }
}
