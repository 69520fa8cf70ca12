using Coordination.Exchange;
using Coordination.Platform;

return await ServiceHost.RunAsync(args, [new ExchangeModule()]);
