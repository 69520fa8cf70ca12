using Coordination.CommandLine.Regions;

namespace Coordination.Tests.Chaos;

/// <summary>Someone who works on the region without pause until told to stop.</summary>
internal abstract class Worker(string register, int number, params IReadOnlyList<CarefulClient> clients)
{
    /// <summary>Between two pieces of work: a load that two cores carry, so that what is measured is the fault.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(400);
    private int done;

    /// <summary>Calls that were answered with yes.</summary>
    internal int Acknowledged => Volatile.Read(ref done);

    /// <summary>Why it waits.</summary>
    internal string Trouble => string.Join("; ", clients.Select(c => c.Trouble).Where(t => t.Length > 0));

    protected string Register => register;

    protected int Number => number;

    /// <summary>One piece of work. False when nothing was answered.</summary>
    protected abstract Task<bool> WorkAsync(int turn, CancellationToken giveUp);

    /// <summary>True when it was answered with yes; nobody has a reason to refuse it.</summary>
    protected bool IsDone(Reply? answer)
    {
        if (answer is not null) Assert.True(answer.IsSuccess, $"{register} were refused: {answer.Status} {answer.Body?.ToJsonString()}");
        return answer is not null;
    }

    /// <param name="stop">Ends it after the piece of work that it is at.</param>
    /// <param name="giveUp">Ends it at once.</param>
    internal async Task RunAsync(CancellationToken stop, CancellationToken giveUp)
    {
        for (var turn = 0; !stop.IsCancellationRequested && !giveUp.IsCancellationRequested; turn++)
        {
            if (await WorkAsync(turn, giveUp)) Interlocked.Increment(ref done);
            await Until.LastsAsync(Pace);
        }
    }
}
