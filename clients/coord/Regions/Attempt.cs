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
        catch (OperationCanceledException e) when (e.InnerException is TimeoutException)
        {
            await Console.Error.WriteLineAsync(Language.Say($"The region did not answer in time."));
            return Exit.Unable;
        }
        catch (System.Text.Json.JsonException)
        {
            await Console.Error.WriteLineAsync(Language.Say($"The answer is no JSON: is this the address of a region?"));
            return Exit.Unable;
        }
        catch (Exception e) when (e is RegionException or HttpRequestException or Servers.ServerException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Exit.Unable;
        }
    }
}
