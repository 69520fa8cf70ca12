using Coordination.Intake;
using Coordination.Platform;

return await ServiceHost.RunAsync(args, [new IntakeModule()]);
