using Coordination.Oversight;
using Coordination.Platform;

return await ServiceHost.RunAsync(args, [new OversightModule()]);
