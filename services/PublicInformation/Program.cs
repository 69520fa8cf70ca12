using Coordination.Platform;
using Coordination.PublicInformation;

return await ServiceHost.RunAsync(args, [new PublicInformationModule()]);
