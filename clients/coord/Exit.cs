namespace Coordination.CommandLine;

/// <summary>Exit statuses, the same for every command.</summary>
internal static class Exit
{
    /// <summary>All is as it should be.</summary>
    internal const int Good = 0;

    /// <summary>The command did its work and found something wrong: an expectation unmet, a broken chain, a region not at rest.</summary>
    internal const int Bad = 1;

    /// <summary>The command could not do its work: bad input, no file, no region.</summary>
    internal const int Unable = 2;

    /// <summary>Whoever ran the command stopped it, by Ctrl-C, before it was done: as shells count it, 128 and the signal.</summary>
    internal const int Stopped = 130;
}
