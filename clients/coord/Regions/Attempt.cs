namespace Coordination.CommandLine.Regions;

/// <summary>Turns a region that cannot be reached, or that refuses, into one line and an exit status.</summary>
internal static class Attempt
{
    internal static async Task<int> RunAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is RegionException or HttpRequestException or Servers.ServerException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Exit.Unable;
        }
    }
}
