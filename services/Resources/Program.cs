using Coordination.Platform;
using Coordination.Resources;

return await ServiceHost.RunAsync(args, [new ResourcesModule()]);
