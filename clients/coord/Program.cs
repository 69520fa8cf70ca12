using Coordination.CommandLine;

return await CommandRun.RunAsync(args, Console.Error);
