using Coordination.Command;
using Coordination.Platform;

return await ServiceHost.RunAsync(args, [new CommandModule()]);
