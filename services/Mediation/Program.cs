using Coordination.Mediation;
using Coordination.Platform;

return await ServiceHost.RunAsync(args, [new MediationModule()]);
