using System.Text.Json.Nodes;
using Coordination.CommandLine.Regions;
using Coordination.Contracts;
using Coordination.Rpc;
using Grpc.Core;

namespace Coordination.Tests.Functional;

/// <summary>A whole region as its users see it. Scenarios are written against this, and run on every shape a region can have.</summary>
public abstract class Region
{
    private readonly List<RpcChannel> channels = [];

    /// <summary>Where it is reached.</summary>
    public abstract Uri Address { get; }

    /// <summary>A client that acts for an agency in some roles. Another subject is another person.</summary>
    public ApiClient As(string agency, params string[] roles) => AsPerson($"{agency}-{string.Join('-', roles)}", agency, roles);

    public ApiClient AsPerson(string subject, string agency, params string[] roles) => new(Address, Token(agency, roles, subject));

    public ApiClient Anonymous() => new(Address, null);

    /// <summary>The instances that it is made of.</summary>
    protected abstract IReadOnlyList<string> Services { get; }

    /// <summary>Where it is reached by gRPC.</summary>
    public abstract Uri GrpcAddress { get; }

    /// <summary>Someone over gRPC; without an agency, nobody.</summary>
    internal CallInvoker Calls(string? agency, params string[] roles)
    {
        var channel = RpcChannel.ForAddress(GrpcAddress, agency is null ? null : _ => Task.FromResult(Token(agency, roles, $"{agency}-{string.Join('-', roles)}")));
        channels.Add(channel);
        return channel.CreateCallInvoker();
    }

    /// <summary>Waits until every journal is sealed, every event taken, and no clock is overdue: twice in a row with the same heads.</summary>
    public async Task QuietAsync(Guid? exercise = null)
    {
        var reader = As("region", Roles.Operator);
        var stuck = "";
        var reached = await new Resting(Services, ReadAsync, states => exercise is null || states.Select(s => Rest.Count(s, "exerciseVersion")).Distinct().Count() == 1)
            .ReachAsync(states => stuck = string.Join("; ", states.Select(s => s.ToJsonString())), CancellationToken.None);
        if (reached is null) throw new TimeoutException($"The region does not come to rest: {stuck}");

        async Task<JsonNode> ReadAsync(string service) =>
            JsonNode.Parse((await reader.GetJsonAsync($"/v1/{service}/journal{(exercise is { } id ? $"?exercise={id}" : "")}")).GetRawText())!;
    }

    protected void CloseChannels() => channels.ForEach(c => c.Dispose());

    /// <summary>A token of the region's own issuer.</summary>
    protected abstract string Token(string agency, IReadOnlyList<string> roles, string subject);
}
