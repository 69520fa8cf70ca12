using Coordination.Gateway;

return await GatewayHost.RunAsync(args);
