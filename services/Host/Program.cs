using Coordination.Host;
using Coordination.Platform;

return await ServiceHost.RunAsync(args, RegionModules.All, typeof(RegionModules).Assembly);
