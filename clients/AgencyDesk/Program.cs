using Coordination.AgencyDesk;

await DeskApp.Build(DeskOptions.OfEnvironment()).RunAsync();
